/**
 * Brings recorded playlist histories through `sync`, a night a state, in a real repository, and compares what the ledger
 * says with the histories themselves:
 *
 *     npm run bench:nights -- [DIR] [--by us|hand] [--check]
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readHistories } from '../replay/series.ts';
import { play } from './play.ts';
import type { Hand } from './rules.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: 'string', multiple: true, default: ['us', 'hand'] },
    most: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const [folder = join(import.meta.dirname, '../../../../shared/data/playlist-histories')] = positionals;
if (!existsSync(join(folder, 'index.json'))) {
  process.stderr.write(`SKIPPED: there are no histories in ${folder}\n`);
  process.exit(0);
}

const most = values.most === undefined ? Number.POSITIVE_INFINITY : Number(values.most);
const { series, tracks } = readHistories(folder);
const shortened = series.map((one) => ({ ...one, states: one.states.slice(0, most) }));

for (const by of values.by as Hand[]) {
  const played = await play(shortened, tracks, by, (text) => void process.stderr.write(`${text}\n`));
  const { history, audit, beyond, ...figures } = played;
  const right = { history: played.transitions - history.length, audit: played.transitions - audit.length, beyond };
  process.stdout.write(`${by}: ${JSON.stringify({ ...figures, right })}\n`);
  for (const [what, wrong] of Object.entries({ history, audit }))
    if (wrong.length > 0) process.stdout.write(`  ${what} is wrong of ${wrong.slice(0, 5).join(', ')}\n`);
  if (values.check && history.length + audit.length + beyond > 0) process.exitCode = 1;
}
