import { stringify } from 'yaml';
import { changed } from '../../../src/simulator/world/edit.ts';
import { idFrom } from '../../../src/simulator/world/hash.ts';
import type { Fault } from '../../../src/simulator/world/schema/settings.ts';
import { type Random, randomOf } from '../../../src/simulator/world/seeded/random.ts';
import { seededClientId, seededWorld } from '../../../src/simulator/world/seeded.ts';
import { decodePlaylist, type World } from '../../../src/simulator/world/world.ts';

const tracks = 2400;
/** Of the 20 playlists, so many follow a source that changes; the others are written out and stand still. */
const following = 7;
const playlists = 20;

/** A playlist as it should be. */
export type List = {
  readonly slug: string;
  readonly id: string;
  /** The playlist that it follows; null: its rule names its tracks. */
  readonly source: string | null;
  /** Nothing leaves it on a night on which its source has lost most of its rows. */
  readonly isGuarded: boolean;
  wanted: readonly string[];
};

/** How much of what is asked goes wrong, at the server, before or after it did what was asked. */
export const shares: readonly { readonly kind: Fault['kind']; readonly when: Fault['when']; readonly share: number }[] =
  [
    ...(['500', '502', '503'] as const).flatMap((kind) => [
      { kind, when: 'before' as const, share: 0.1 / 6 },
      { kind, when: 'after' as const, share: 0.1 / 6 },
    ]),
    { kind: '429', when: 'before', share: 0.05 },
    { kind: '429', when: 'after', share: 0.005 },
    { kind: 'reset', when: 'before', share: 0.02 },
    // The answer is lost, and what was asked is done.
    { kind: 'reset', when: 'after', share: 0.01 },
    { kind: 'truncated', when: 'after', share: 0.01 / 3 },
    { kind: 'garbage', when: 'after', share: 0.01 / 3 },
    { kind: 'html', when: 'before', share: 0.01 / 3 },
    { kind: 'false-401', when: 'before', share: 0.005 },
    { kind: 'false-401', when: 'after', share: 0.0025 },
  ];

export function troubledWorld(seed: string): { readonly world: World; readonly lists: readonly List[] } {
  const world = seededWorld(seed, { artists: tracks / 6, albums: tracks / 3, tracks, handEditEveryHours: null });
  world.playlists.clear();
  world.happenings = [];
  world.seed = seed;
  for (const user of world.users.values()) user.playlists = [];
  for (const album of world.albums.values()) album.unreleased = false;
  for (const track of world.tracks.values()) Object.assign(track, { relinks: {}, playableIn: null });
  const random = randomOf(`lists of ${seed}`);
  const known = [...world.tracks.keys()];
  const lists = Array.from({ length: playlists }, (_, at): List => {
    const slug = `list-${at + 1}`;
    // Most are short, as people's are.
    const wanted = random.some(known, Math.floor(60 * (280 / 60) ** (random.share() ** 2)));
    const source = at < following ? idFrom(`source of ${slug}`) : null;
    return { slug, id: idFrom(slug), source, isGuarded: at === 0, wanted };
  });
  for (const { slug, id, source, wanted } of lists)
    for (const [one, name] of [[id, slug], ...(source === null ? [] : [[source, `Source of ${slug}`]])] as const) {
      world.playlists.set(
        one,
        decodePlaylist({ id: one, owner: 'owner', name, rows: wanted.map((track) => row(track)) }),
      );
      world.users.get('owner')?.playlists.push(one);
    }
  let spared = 1;
  world.faults = shares.map(({ kind, when, share }) => {
    // Each is drawn for what the ones before it spared.
    const probability = share / spared;
    spared -= share;
    return { method: '*', path: '/**', kind, when, retryAfterSeconds: 2, probability };
  });
  return { world, lists };
}

export function filesFor(lists: readonly List[]): Readonly<Record<string, string>> {
  const ruled = Object.fromEntries(lists.map(({ slug, id }) => [slug, { id, contact: 'known' }]));
  return {
    'playlists/setlist.yaml': stringify({
      title: 'Faults',
      timezone: 'UTC',
      apps: { main: { client_id: seededClientId, pace: { per_second: 2 }, accounts: { owner: {} } } },
      apply: 'on',
      limits: { requests: 10_000 },
      budget: { playlist_reads: 10_000, writes: 10_000, tracks: 10_000, followers: 0 },
      retention: '40d',
    }),
    ...Object.fromEntries(lists.map((list) => [`playlists/${list.slug}.yaml`, ruleOf(list)])),
    'reports/owner/control.json': `${JSON.stringify({ version: 1, playlists: ruled })}\n`,
  };
}

const ruleOf = ({ slug, source, wanted, isGuarded }: List): string =>
  stringify({
    name: slug,
    from: [source === null ? { tracks: wanted.map(uriOf) } : { playlist: source }],
    dedupe: 'none',
    hand_edits: 'revert',
    guard: isGuarded
      ? { max_removed: ['10%', 12], max_removed_28_nights: '900%' }
      : { max_removed: ['90%', 400], max_removed_28_nights: '9000%' },
  });

/** What a night brings: sources that change, one guarded source that is all but empty, a person's edits. */
export type Night = {
  readonly changing: readonly List[];
  /** What a person put into lists, by list. */
  readonly byHand: ReadonlyMap<List, string>;
  readonly isDrained: boolean;
};

export function nightOf(
  lists: readonly List[],
  world: World,
  { random, isFirst }: { readonly random: Random; readonly isFirst: boolean },
): Night {
  const followers = lists.filter(({ source, isGuarded }) => source !== null && !isGuarded);
  const changing = random.some(followers, random.between(5, followers.length));
  const known = [...world.tracks.keys()];
  for (const list of changing) {
    list.wanted = edited(list.wanted, known, random);
    setRows(world, list.source ?? '', list.wanted);
  }
  const [guarded] = lists;
  const isDrained = random.chance(0.1);
  if (guarded !== undefined)
    setRows(world, guarded.source ?? '', isDrained ? guarded.wanted.slice(0, 5) : guarded.wanted);
  const byHand = new Map<List, string>();
  for (const list of random.some(
    lists.filter(({ isGuarded }) => !isGuarded),
    isFirst ? 0 : random.between(0, 2),
  )) {
    const stranger = random.pick(known);
    const playlist = world.playlists.get(list.id);
    if (playlist === undefined || list.wanted.includes(stranger)) continue;
    if (playlist.rows.some(({ uri }) => uri === uriOf(stranger))) continue;
    playlist.rows.splice(random.between(0, playlist.rows.length), 0, row(stranger));
    changed(world, playlist);
    byHand.set(list, stranger);
  }
  return { changing, byHand, isDrained };
}

/** One to six tracks in, up to six out, now and then a block moved; between 50 and 300 in all. */
function edited(before: readonly string[], known: readonly string[], random: Random): readonly string[] {
  const gone = new Set(before.length > 60 ? random.some(before, random.between(0, 6)) : []);
  const there = new Set(before);
  const fresh = before.length > 290 ? [] : random.some(known, random.between(1, 6)).filter((id) => !there.has(id));
  const kept = before.filter((id) => !gone.has(id));
  const at = random.between(0, kept.length);
  const next = [...kept.slice(0, at), ...fresh, ...kept.slice(at)];
  if (!random.chance(0.3)) return next;
  const block = next.splice(random.between(0, next.length - 5), random.between(1, 4));
  next.splice(random.between(0, next.length), 0, ...block);
  return next;
}

function setRows(world: World, id: string, wanted: readonly string[]): void {
  const playlist = world.playlists.get(id);
  if (playlist === undefined) throw new Error(`There is no playlist ${id}`);
  if (rowsOf(world, id).join() === wanted.join()) return;
  const known = new Map(playlist.rows.map((one) => [one.uri, one]));
  playlist.rows = wanted.map((track) => known.get(uriOf(track)) ?? row(track));
  changed(world, playlist);
}

/** The ids of a playlist's tracks, in order. */
export const rowsOf = (world: World, id: string): readonly string[] =>
  (world.playlists.get(id)?.rows ?? []).map(({ uri }) => uri?.slice('spotify:track:'.length) ?? '');

export const uriOf = (track: string): string => `spotify:track:${track}`;
const row = (track: string) => ({ uri: uriOf(track), addedAt: '2026-01-01T00:00:00Z', addedBy: 'owner' });
