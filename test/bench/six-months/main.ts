/**
 * Every night from a sign-in to four nights after its end, through `sync`: on which nights Setlist says that it ends,
 * that nothing is sent once it has, and what the first night after a new sign-in brings to its end:
 *
 *     npm run bench:months -- [--check]
 */
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { verify } from '../../../src/app/verify.ts';
import { endOfSignIn } from '../../../src/domain/sign-in.ts';
import type { Problem } from '../../../src/problem/problem.ts';
import { seededClientId } from '../../../src/simulator/world/seeded.ts';
import { controlOf, nightly, uriOf, worldOf, writtenRules } from '../growth/world.ts';
import { openStage } from '../nights/stage.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const dayMs = 86_400_000;
const nightsAfter = 4;
/** What five nights bring at once is more than guards let go of on one. */
const loose = { guard: { max_removed: ['90%', 100], max_removed_28_nights: '900%' } };

const { world, lists } = worldOf(3, 2000);
const signedInMs = world.nowMs;
for (const user of world.users.values())
  for (const token of user.refreshTokens) token.authorizedAt = new Date(signedInMs).toISOString();
const endMs = Date.parse(endOfSignIn(new Date(signedInMs).toISOString()));
const stage = await openStage(world, {
  'playlists/setlist.yaml': stringify({
    title: 'Six months',
    timezone: 'UTC',
    apps: { main: { client_id: seededClientId, pace: { per_second: 20 }, accounts: { owner: {} } } },
    apply: 'on',
  }),
  ...writtenRules(lists, loose),
  ...controlOf(lists),
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const wrong: string[] = [];
const warned: number[] = [];
const urgent: number[] = [];
let refused = 0;
const daysLeft = (): number => (endMs - world.nowMs) / dayMs;
const standing = (): number =>
  lists.filter(({ id, tracks }) => {
    const rows = world.playlists.get(id)?.rows.map(({ uri }) => uri) ?? [];
    return rows.join() === tracks.map(uriOf).join();
  }).length;
const served = (problems: readonly Problem[]): readonly string[] => problems.map(({ code }) => code);

try {
  let changes = 0;
  for (let night = 1; world.nowMs < endMs + nightsAfter * dayMs; night++) {
    await stage.sleepUntil(signedInMs + night * dayMs + dayMs / 24);
    const changing = nightly(lists, world, night);
    changes += changing.length;
    await stage.commit(`Rules of night ${night}`, writtenRules(changing, loose));
    const left = daysLeft();
    const { problems } = await stage.sync({ reports: false, signsIn: false });
    const codes = served(problems);
    const asked = stage.log.filter(({ path }) => path !== '/api/token').length;
    const warning = problems.find(({ code }) => code === 'spotify/sign-in-ends');
    if (warning !== undefined) ((warning.facts as { left: string }).left === 'a week' ? urgent : warned).push(left);
    if (left <= 0) {
      refused += 1;
      if (asked > 0 || !codes.includes('spotify/sign-in-expired'))
        wrong.push(`night ${night}: ${asked} requests, ${codes}`);
      continue;
    }
    if ((warning !== undefined) !== left <= 30) wrong.push(`night ${night}, ${left.toFixed(1)} days left: ${codes}`);
    if (codes.some((code) => code !== 'spotify/sign-in-ends')) wrong.push(`night ${night}: ${codes}`);
    if (standing() < lists.length) wrong.push(`night ${night}: ${standing()} of ${lists.length} stand as ruled`);
  }
  const range = (days: readonly number[]): string =>
    `${days.length} nights, ${days[0]?.toFixed(1)} to ${days.at(-1)?.toFixed(1)} days before the end`;
  say(`${changes} changes of rules; warned on ${range(warned)}; urgently on ${range(urgent)}`);
  say(`after the end: ${refused} nights that sent nothing; ${standing()} of ${lists.length} lists stand as ruled`);
  await stage.sleepUntil(world.nowMs + dayMs);
  const { problems } = await stage.sync();
  say(
    `after a new sign-in: ${standing()} of ${lists.length} stand as ruled; problems: ${served(problems).join(', ') || 'none'}`,
  );
  const checked = await verify(stage.ports);
  say(`the ledger: exit ${checked.exit}`);
  if (standing() < lists.length || problems.length > 0 || checked.exit !== 0)
    wrong.push('the night after a new sign-in');
  if (warned.length === 0 || urgent.length === 0 || refused < nightsAfter) wrong.push('nights of warning');
  for (const one of wrong) say(`wrong: ${one}`);
  if (values.check && wrong.length > 0) process.exitCode = 1;
} finally {
  await stage.close();
}
