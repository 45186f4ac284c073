/**
 * The same through `sync`, in a real repository, as the simulator saw it: requests a night by bucket beside the budgets,
 * the longest wait of anyone for a look, and albums that were opened more than once.
 *
 *     node test/bench/poll/sync.ts [--nights 60] [--artists 40] [--check]
 */
import { parseArgs } from 'node:util';
import { boundOf } from '../../../src/gather/poll/reserve.ts';
import { nightly } from './nightly.ts';

const { values } = parseArgs({
  options: {
    nights: { type: 'string', default: '60' },
    artists: { type: 'string', default: '40' },
    budget: { type: 'string', default: '4' },
    seed: { type: 'string', default: 'p' },
    check: { type: 'boolean', default: false },
  },
});
const [nights, artists] = [Number(values.nights), Number(values.artists)];
const budget = { artist_albums: Number(values.budget), albums: 10, playlist_reads: 40, writes: 20, library: 5 };
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const seen = await nightly({ seed: values.seed, artists, nights, budget, say });
const buckets = [...new Set(seen.flatMap(({ requests }) => Object.keys(requests)))].sort();
const most = (bucket: string): number => Math.max(...seen.map(({ requests }) => requests[bucket] ?? 0));
const beyond = buckets.filter(
  (bucket) => most(bucket) > (budget[bucket as keyof typeof budget] ?? Number.POSITIVE_INFINITY),
);
say(
  `most a night: ${buckets.map((bucket) => `${bucket} ${most(bucket)}`).join(', ')}; budgets ${JSON.stringify(budget)}`,
);

const looks = seen.reduce((sum, night) => sum + night.artists.length, 0);
const spent = seen.reduce((sum, { requests }) => sum + (requests['artist_albums'] ?? 0), 0);
const gaps = [...new Set(seen.flatMap((night) => night.artists))].map((artist) => {
  const on = seen.flatMap((night, at) => (night.artists.includes(artist) ? at : []));
  return Math.max(...[...on, nights].map((night, at) => night - (on[at - 1] ?? -1)));
});
const dearest = { looked: null, requests: 2, releases: [] };
const bound = boundOf(
  Array.from({ length: artists }, (_, at) => ({ ...dearest, id: `${at}` })),
  budget.artist_albums,
).nights;
say(`${gaps.length} artists, ${looks} looks of ${(spent / looks).toFixed(2)} requests; nobody waited longer than`);
say(`${Math.max(...gaps)} nights; the bound is ${bound} were every discography two pages`);
const opened = seen.flatMap(({ albums }) => albums);
const again = opened.length - new Set(opened).size;
const refused = seen.reduce((sum, night) => sum + night.refused, 0);
const problems = seen.flatMap((night) => night.problems).filter((code) => code !== 'spotify/budget-spent');
say(`${opened.length} albums opened, ${again} again; refused ${refused}; problems ${problems.join(', ') || 'none'}`);
if (values.check && (beyond.length + again + refused + problems.length > 0 || Math.max(...gaps) > bound))
  process.exitCode = 1;
