/**
 * Nights of `sync` over many playlists and artists within the budgets of the sample portfolio, against a simulator whose
 * quotas are just these, counted over any 24 hours; runs begin up to twelve minutes early or late:
 *
 *     npm run bench:quotas -- [--nights 60] [--playlists 200] [--artists 1500] [--seed p] [--check]
 *
 * The nights that looking at everybody once takes come first and are not measured for delays; quotas hold in all.
 */
import { parseArgs } from 'node:util';
import { boundOf } from '../../../src/gather/poll/reserve.ts';
import { idFrom } from '../../../src/simulator/world/hash.ts';
import { randomOf } from '../../../src/simulator/world/seeded/random.ts';
import { nightly, type Seen } from '../poll/nightly.ts';
import { mostPast, startOf } from '../poll/stand.ts';
import { type Artist, firstNight, type Release, worldOf } from '../poll/world.ts';
import { delaysInTurn, delaysOf } from './in-turn.ts';

const { values } = parseArgs({
  options: {
    nights: { type: 'string', default: '60' },
    playlists: { type: 'string', default: '200' },
    artists: { type: 'string', default: '1500' },
    seed: { type: 'string', default: 'p' },
    check: { type: 'boolean', default: false },
  },
});
/** Of the sample in `rules.md`, and the usual ones for the buckets that it leaves out. */
const quotas = {
  artist_albums: 60,
  search: 200,
  tracks: 300,
  playlist_reads: 300,
  writes: 100,
  albums: 200,
  library: 100,
};
const [measured, playlists, artists] = [Number(values.nights), Number(values.playlists), Number(values.artists)];
const nights = measured + Math.ceil((1.5 * artists) / quotas.artist_albums);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const dayMs = 86_400_000;
const jitterMs = 12 * 60_000;

const seen = await nightly({
  ...{ seed: values.seed, artists, nights, rules: playlists, isBegun: true, quotas, say },
  budget: { ...quotas, followers: 30 },
  startsAt: (day) => startOf(day) + Math.floor((randomOf(`start ${values.seed} ${day}`).share() - 0.5) * 2 * jitterMs),
});
const world = worldOf(values.seed, artists, nights);
const most = Object.fromEntries(Object.keys(quotas).map((bucket) => [bucket, mostIn24Hours(seen, bucket)]));
const refused = seen.reduce((sum, night) => sum + night.refused, 0);
say(`most in any 24 hours: ${JSON.stringify(most)}; quotas ${JSON.stringify(quotas)}; refused ${refused}`);

const waits = waitsOf(world, seen);
const gap = waits[0]?.nights ?? 0;
const dearest = world.map(({ id, releases }) => ({
  ...{ id, looked: null, releases: [] },
  requests:
    1 + Math.floor(Math.min(mostPast + releases.filter(({ day }) => day >= firstNight).length, releases.length) / 10),
}));
const bound = boundOf(dearest, quotas.artist_albums).nights;
const never = world.filter(({ id }) => !looksOf(world, seen).has(id)).length;
say(`${never} artists never looked at`);
say(`nobody waited longer than ${gap} nights for a look; the bound is ${bound}`);
const late = waits.filter((one) => one.nights > bound);
for (const { id, looked } of late.slice(0, 10)) say(`  ${id} was looked at on nights ${looked.join(', ')}`);
if (late.length > 0) say(`  ${late.length} waited longer`);

const at = (delays: readonly number[], share: number): number => delays[Math.floor(share * delays.length)] ?? 0;
const [ours, inTurn] = [
  delaysOf(world, shownBy(world, seen), { end: firstNight + nights, measured }),
  delaysInTurn(world, { nights, measured, budget: quotas.artist_albums, mostPast }),
];
const ratio = at(ours, 0.5) / at(inTurn, 0.5);
say(`${ours.length} releases; nights until seen: median ${at(ours, 0.5)}, p90 ${at(ours, 0.9)};`);
say(`in turn: median ${at(inTurn, 0.5)}, p90 ${at(inTurn, 0.9)}; ratio ${ratio.toFixed(2)}`);
const odd = seen.flatMap(({ problems }) => problems).filter((code) => code !== 'spotify/budget-spent');
say(`other problems: ${odd.join(', ') || 'none'}`);
const isHeld = Object.entries(quotas).every(([bucket, quota]) => (most[bucket] ?? 0) <= quota);
if (values.check && (!isHeld || refused > 0 || gap > bound || ratio > 0.5 || odd.length > 0)) process.exitCode = 1;

function mostIn24Hours(all: readonly Seen[], bucket: string): number {
  const sent = all.flatMap((night) => night.sent.filter((one) => one.bucket === bucket).map(({ atMs }) => atMs));
  let [first, found] = [0, 0];
  for (const [last, atMs] of sent.entries()) {
    while ((sent[first] ?? 0) <= atMs - dayMs) first += 1;
    found = Math.max(found, last - first + 1);
  }
  return found;
}

/** The most nights between two looks at each, beginning and end included, and the nights of the looks from 1; longest first. */
function waitsOf(all: readonly Artist[], played: readonly Seen[]) {
  const looks = looksOf(all, played);
  return all
    .map(({ id }) => {
      const looked = looks.get(id) ?? [];
      const own = [-1, ...looked, played.length];
      const gaps = own.slice(1).map((night, before) => night - (own[before] ?? 0));
      return { id, nights: Math.max(...gaps), looked: looked.map((night) => night + 1) };
    })
    .sort((one, other) => other.nights - one.nights);
}

function shownBy(all: readonly Artist[], played: readonly Seen[]): ReadonlyMap<Release, number> {
  const looks = looksOf(all, played);
  const shown = new Map<Release, number>();
  for (const { id, releases } of all)
    for (const release of releases) {
      const look = looks.get(id)?.find((night) => firstNight + night >= release.day);
      if (look !== undefined) shown.set(release, firstNight + look);
    }
  return shown;
}

/** The nights on which each artist was looked at, from 0. */
function looksOf(all: readonly Artist[], played: readonly Seen[]): ReadonlyMap<string, readonly number[]> {
  const names = new Map(all.map(({ id }) => [idFrom(id), id]));
  const looks = new Map<string, number[]>();
  for (const [night, { artists: those }] of played.entries())
    for (const one of those) {
      const name = names.get(one) ?? one;
      looks.set(name, [...(looks.get(name) ?? []), night]);
    }
  return looks;
}
