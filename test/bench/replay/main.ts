/**
 * Replays recorded playlist histories through plan and apply, over the socket, and counts at the simulator:
 *
 *     npm run bench:replay -- DIR [--overlay] [--json] [--check] [--way keep]
 */
import { parseArgs } from 'node:util';
import { type Total, type Transition, totalOf } from './measure.ts';
import type { Way } from './night.ts';
import { print } from './print.ts';
import { replay } from './replay.ts';
import { readHistories } from './series.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    overlay: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    way: { type: 'string', multiple: true, default: ['keep', 'default', 'naive'] },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write(
    'Give the folder of the histories: npm run bench:replay -- DIR [--overlay] [--json] [--check] [--way keep]\n',
  );
  process.exit(2);
}

export type Measured = Total & { readonly wallMs: number; readonly peakRssMb: number };
export type Report = Record<
  string,
  {
    readonly playlists: readonly (Measured & { readonly id: string; readonly name: string })[];
    readonly total: Measured;
  }
>;

const { series, tracks } = readHistories(folder);
const ways: Report = {};
for (const way of values.way as Way[]) {
  const all: Transition[] = [];
  const playlists: Report[string]['playlists'][number][] = [];
  for (const one of series) {
    const started = performance.now();
    const transitions = await replay(one, tracks, way, values.overlay);
    all.push(...transitions);
    playlists.push({ id: one.id, name: one.name, ...measured(transitions, performance.now() - started) });
    if (!values.json) process.stderr.write(`${way}: ${one.name}, ${transitions.length} transitions\n`);
  }
  const wallMs = playlists.reduce((sum, one) => sum + one.wallMs, 0);
  ways[way] = { playlists, total: measured(all, wallMs) };
}

process.stdout.write(values.json ? `${JSON.stringify({ ways }, null, 2)}\n` : print(ways));
if (values.check) process.exitCode = failures(ways).length === 0 ? 0 : 1;

function measured(transitions: readonly Transition[], wallMs: number): Measured {
  return {
    ...totalOf(transitions),
    wallMs: Math.round(wallMs),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** What must hold of our own ways, whatever the histories. */
function failures(report: Report): readonly string[] {
  const found = (['keep', 'default'] as const).flatMap((way) => {
    const total = report[way]?.total;
    if (total === undefined) return [];
    return [
      ...(total.converged === total.transitions
        ? []
        : [`${way}: ${total.transitions - total.converged} transitions did not converge`]),
      ...(total.wipes === 0 ? [] : [`${way}: ${total.wipes} wipes`]),
      ...(way === 'keep' && total.datesLost > total.datesLostOfRepeats
        ? [`keep: ${total.datesLost - total.datesLostOfRepeats} dates lost`]
        : []),
      ...(way === 'keep' && total.ratio > 1.2 ? [`keep: ${total.ratio} writes a reference write`] : []),
      ...(way === 'keep' && total.reorderOnly.ratio > 1.08
        ? [`keep: ${total.reorderOnly.ratio} when only reordering`]
        : []),
    ];
  });
  for (const one of found) process.stderr.write(`failed: ${one}\n`);
  return found;
}
