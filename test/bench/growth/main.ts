/**
 * What a year of nights makes a repository grow by: playlists of a hundred tracks, each changing with p = 0.3 a night
 * (1 to 5 in, 0 to 5 out), everything committed as `sync` commits it, then `git gc`:
 *
 *     npm run bench:growth -- [--playlists 40] [--nights 365] [--by sources|rules] [--check]
 *
 * `sources` (the default): each rule follows a playlist that changes. `rules`: curators commit the tracks themselves, and
 * what their files take counts as well.
 */
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { seededClientId } from '../../../src/simulator/world/seeded.ts';
import { openStage, type Stage } from '../nights/stage.ts';
import { costOf } from './cost.ts';
import { controlOf, followingRules, type Lists, nightly, worldOf, writtenRules } from './world.ts';

/** MB a playlist-year. */
const limit = 0.25;
const dayMs = 86_400_000;

const { values } = parseArgs({
  options: {
    playlists: { type: 'string', default: '40' },
    nights: { type: 'string', default: '365' },
    check: { type: 'boolean', default: false },
    by: { type: 'string', default: 'sources' },
    keep: { type: 'boolean', default: false },
  },
});
const [playlists, nights] = [Number(values.playlists), Number(values.nights)];
const isByRules = values.by === 'rules';
const rules = (some: Lists) => (isByRules ? writtenRules(some) : followingRules(some));

const portfolio = stringify({
  title: 'Growth',
  timezone: 'UTC',
  apps: { main: { client_id: seededClientId, pace: { per_second: 20 }, accounts: { owner: {} } } },
  apply: 'on',
  limits: { requests: 100_000 },
  budget: { tracks: 10_000, playlist_reads: 10_000, writes: 10_000 },
});

const { world, lists } = worldOf(playlists, playlists * 450);
const stage = await openStage(world, {
  'playlists/setlist.yaml': portfolio,
  ...rules(lists),
  ...controlOf(lists),
});
const firstMs = world.nowMs;
const begun = performance.now();
let changes = 0;
try {
  for (let night = 1; night <= nights; night += 1) {
    // What was changed a moment ago does not show yet.
    await stage.sleepUntil(firstMs + (night - 0.5) * dayMs);
    const changing = nightly(lists, world, night);
    if (isByRules) await stage.commit(`Rules of night ${night}`, rules(changing));
    await stage.sleepUntil(firstMs + night * dayMs);
    const { outcomes } = await stage.sync();
    changes += outcomes.filter(({ state }) => state === 'applied').length;
    if (night % 30 === 0) process.stderr.write(`night ${night}, ${Math.round((performance.now() - begun) / 1000)} s\n`);
  }
  process.stdout.write(`${playlists} playlists, ${nights} nights, ${changes} changes written\n`);
  const usual = await packed(stage, 'git gc', ['gc', '--quiet']);
  await packed(stage, 'git gc --aggressive', ['gc', '--quiet', '--aggressive', '--prune=now']);
  if (values.check && usual > limit) process.exitCode = 1;
} finally {
  if (values.keep) process.stdout.write(`${stage.folder}\n`);
  await stage.close({ keep: values.keep });
}

/** Packs the repository and prints what it takes; answers MB a playlist-year. */
async function packed({ git }: Stage, what: string, args: readonly string[]): Promise<number> {
  const started = performance.now();
  await git(...args);
  const cost = await costOf(git);
  const all = [...cost.values()].reduce((sum, bytes) => sum + bytes, 0);
  const yearly = (bytes: number): number => bytes / 1e6 / playlists / (nights / 365);
  const rows = [...cost].sort(([, one], [, other]) => other - one);
  const lines = [...rows, ['total', all] as const].map(
    ([part, bytes]) => `  ${part.padEnd(14)} ${(bytes / 1e6).toFixed(2).padStart(7)} MB  ${yearly(bytes).toFixed(4)}`,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`${what} (${seconds} s), MB in all and a playlist-year:\n${lines.join('\n')}\n`);
  return yearly(all);
}
