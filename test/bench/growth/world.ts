import { stringify } from 'yaml';
import { changed } from '../../../src/simulator/world/edit.ts';
import { idFrom } from '../../../src/simulator/world/hash.ts';
import type { Happening } from '../../../src/simulator/world/schema/happenings.ts';
import { randomOf } from '../../../src/simulator/world/seeded/random.ts';
import { seededWorld } from '../../../src/simulator/world/seeded.ts';
import { decodePlaylist, type World } from '../../../src/simulator/world/world.ts';

export type Lists = readonly {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** A playlist of the owner that holds the same. */
  readonly source: string;
  tracks: readonly string[];
}[];

const dayMs = 86_400_000;

/** The owner with so many playlists of a hundred tracks, in a catalogue large enough for what comes in later. */
export function worldOf(playlists: number, tracks: number): { readonly world: World; readonly lists: Lists } {
  const world = seededWorld('growth', {
    artists: Math.ceil(tracks / 6),
    albums: Math.ceil(tracks / 2.5),
    tracks,
    handEditEveryHours: null,
  });
  world.playlists.clear();
  for (const user of world.users.values()) user.playlists = [];
  const random = randomOf('lists');
  // Tracks that are not out, gone or shown under other ids make nights of their own; here lists change and nothing else.
  for (const album of world.albums.values()) album.unreleased = false;
  for (const track of world.tracks.values()) Object.assign(track, { relinks: {}, playableIn: null });
  const known = [...world.tracks.keys()];
  const lists = Array.from({ length: playlists }, (_, at) => ({
    id: idFrom(`growth playlist ${at}`),
    slug: `list-${at + 1}`,
    name: `List ${at + 1}`,
    source: idFrom(`growth source ${at}`),
    tracks: random.some(known, 100),
  }));
  for (const { id, name, source, tracks: ids } of lists) {
    const rows = ids.map((track) => rowOf(track, '2026-01-01T03:17:00Z'));
    world.playlists.set(id, decodePlaylist({ id, owner: 'owner', name, followers: random.between(0, 900), rows }));
    world.playlists.set(source, decodePlaylist({ id: source, owner: 'owner', name: `Source of ${name}`, rows }));
    world.users.get('owner')?.playlists.push(id, source);
  }
  world.happenings = lists.map(
    ({ id: playlist }): Happening => ({
      kind: 'followers',
      at: new Date(world.nowMs + dayMs / 2).toISOString(),
      playlist,
      most: random.between(1, 12),
      everyHours: 24,
    }),
  );
  for (const playlist of world.playlists.values()) changed(world, playlist);
  return { world, lists };
}

/** A night's change of some of the lists, each with that chance: 1 to 5 tracks in, 0 to 5 out. Answers those that changed. */
export function nightly(lists: Lists, world: World, night: number, chance = 0.3): Lists {
  const random = randomOf(`night ${night}`);
  const known = [...world.tracks.keys()];
  return lists.filter((list) => {
    if (!random.chance(chance)) return false;
    const gone = new Set(random.some(list.tracks, random.between(0, 5)));
    const there = new Set(list.tracks);
    const fresh = Array.from({ length: random.between(1, 5) }, () => random.pick(known)).filter((id) => !there.has(id));
    list.tracks = [...new Set(fresh), ...list.tracks.filter((id) => !gone.has(id))];
    follow(list, world);
    return true;
  });
}

/** The source holds what the list should. */
function follow({ source, tracks }: Lists[number], world: World): void {
  const playlist = world.playlists.get(source);
  if (playlist === undefined) throw new Error(`There is no source ${source}`);
  const known = new Map(playlist.rows.map((row) => [row.uri, row]));
  const now = `${new Date(world.nowMs).toISOString().slice(0, 19)}Z`;
  playlist.rows = tracks.map((track) => known.get(uriOf(track)) ?? { ...rowOf(track, now), addedBy: 'owner' });
  changed(world, playlist);
}

export const uriOf = (track: string): string => `spotify:track:${track}`;
const rowOf = (track: string, addedAt: string) => ({ uri: uriOf(track), addedAt });

/** Rules that hold just these tracks. */
export const writtenRules = (some: Lists, more: object = {}): Readonly<Record<string, string>> =>
  rulesFrom(some, ({ tracks }) => ({ tracks: tracks.map(uriOf) }), more);

/** Rules that follow the sources. */
export const followingRules = (some: Lists): Readonly<Record<string, string>> =>
  rulesFrom(some, ({ source }) => ({ playlist: source }), {});

const rulesFrom = (some: Lists, from: (one: Lists[number]) => object, more: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    some.map((one) => [
      `playlists/${one.slug}.yaml`,
      stringify({ name: one.name, from: [from(one)], dedupe: 'none', ...more }),
    ]),
  );

/** Says that these rules rule these playlists. */
export function controlOf(some: Lists): Readonly<Record<string, string>> {
  const playlists = Object.fromEntries(some.map(({ slug, id }) => [slug, { id, contact: 'known' }]));
  return { 'reports/owner/control.json': `${JSON.stringify({ version: 1, playlists })}\n` };
}
