/**
 * What a night costs, by the number of playlists of a hundred tracks: the first that reads everything, nights on which 5 %
 * of the rules change, and one on which nothing does, each through `sync` at one request a second of simulated time:
 *
 *     npm run bench:scale -- [--playlists 10 --playlists 100 --playlists 1000] [--nights 3] [--check]
 */
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { seededClientId } from '../../../src/simulator/world/seeded.ts';
import { controlOf, nightly, worldOf, writtenRules } from '../growth/world.ts';
import { openStage, type Stage } from '../nights/stage.ts';

const { values } = parseArgs({
  options: {
    playlists: { type: 'string', multiple: true, default: ['10', '100', '1000'] },
    nights: { type: 'string', default: '3' },
    check: { type: 'boolean', default: false },
  },
});
const nights = Number(values.nights);
const share = 0.05;
const dayMs = 86_400_000;
const portfolio = stringify({
  title: 'Scale',
  timezone: 'UTC',
  apps: { main: { client_id: seededClientId, pace: { per_second: 1 }, accounts: { owner: {} } } },
  apply: 'on',
  limits: { requests: 100_000 },
  // What is counted is what a night would take, not what a day's budgets would leave of it.
  budget: { tracks: 100_000, playlist_reads: 100_000, writes: 100_000, followers: 0 },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);

for (const playlists of values.playlists.map(Number)) {
  const { world, lists } = worldOf(playlists, playlists * 110 + 500);
  const stage = await openStage(world, {
    'playlists/setlist.yaml': portfolio,
    ...writtenRules(lists),
    ...controlOf(lists),
  });
  try {
    say(`${playlists} playlists`);
    // What was changed a moment ago still shows its old snapshot in the listing.
    await stage.sleepUntil(world.nowMs + dayMs);
    await told(stage, 'first, all is read', 0);
    let [changed, applied, requests] = [0, 0, 0];
    for (let night = 1; night <= nights; night++) {
      await stage.sleepUntil(world.nowMs + dayMs);
      const changing = nightly(lists, world, night, share);
      await stage.commit(`Rules of night ${night}`, writtenRules(changing));
      const done = await told(stage, `5 % change, night ${night}`, changing.length);
      [changed, applied, requests] = [changed + changing.length, applied + done.applied, requests + done.requests];
    }
    await stage.sleepUntil(world.nowMs + dayMs);
    await told(stage, 'the night after', 0);
    await stage.sleepUntil(world.nowMs + dayMs);
    const quiet = await told(stage, 'nothing changes', 0);
    const each = (requests - nights * quiet.requests) / Math.max(1, changed);
    say(`  ${applied} of ${changed} changed playlists brought to their rules; ${each.toFixed(1)} requests for each`);
    if (values.check && (applied !== changed || quiet.writes > 0)) process.exitCode = 1;
  } finally {
    await stage.close();
  }
}

/** One night of `sync`, in a line. */
async function told(stage: Stage, what: string, changing: number) {
  const [begun, beganMs] = [performance.now(), stage.ports.clock.now()];
  const { outcomes, problems } = await stage.sync({ reports: false });
  const wall = (performance.now() - begun) / 1000;
  const paced = (stage.ports.clock.now() - beganMs) / 1000;
  const sent = stage.log.filter(({ bucket }) => bucket !== undefined);
  const by = (bucket: string): number => sent.filter((one) => one.bucket === bucket).length;
  const applied = outcomes.filter(({ state }) => state === 'applied').length;
  say(
    `  ${what.padEnd(22)} ${`${changing} to change`.padStart(13)}  reads ${`${by('playlist_reads')}`.padStart(5)}  writes ${`${by('writes')}`.padStart(4)}  tracks ${`${by('tracks')}`.padStart(4)}  ` +
      `${paced.toFixed(0).padStart(5)} s at 1 a second, ${wall.toFixed(1).padStart(5)} s of computing` +
      `${problems.length > 0 ? `  ${problems.map(({ code }) => code).join(', ')}` : ''}`,
  );
  return { applied, requests: sent.length, writes: by('writes') };
}
