import { stringify } from 'yaml';
import { idFrom } from '../../../src/simulator/world/hash.ts';
import { decodeAlbum, decodeTrack, decodeWorld, type World } from '../../../src/simulator/world/world.ts';
import { type Artist, firstNight, type Release } from './world.ts';

const clientId = '0'.repeat(32);
const dayMs = 86_400_000;
/** Older releases are left out: a discography is a page or two. */
export const mostPast = 14;

/** Requests a night; of other buckets there is more than is used. */
export type Budget = Readonly<Record<string, number>>;

export type Stand = {
  readonly budget: Budget;
  /** Rules, each of as many artists; one for every ten of them when left out. */
  readonly rules?: number;
  /** The playlists are there from the first night on. */
  readonly isBegun?: boolean;
  /** What the simulator allows of each bucket in 24 hours; everything when left out. */
  readonly quotas?: Budget;
};

/** These artists at the simulator, and rules that want what so many of them release. */
export function standOf(
  artists: readonly Artist[],
  { budget, rules = Math.ceil(artists.length / 10), isBegun = false, quotas = {} }: Stand,
) {
  const slugs = Array.from({ length: rules }, (_, at) => `some-${at}`);
  const begun = isBegun ? slugs.map((slug) => ({ slug, id: idFrom(slug) })) : [];
  const world = decodeWorld({
    clock: new Date(startOf(firstNight)).toISOString(),
    settings: { publicSticks: 'never' },
    users: [
      {
        id: 'owner',
        refreshTokens: [{ token: 'refresh', app: clientId, scopes, authorizedAt: '2026-11-01T00:00:00Z' }],
        playlists: begun.map(({ id }) => id),
      },
    ],
    apps: [{ id: clientId, owner: 'owner', quotas }],
    playlists: begun.map(({ slug, id }) => ({ id, owner: 'owner', name: slug, rows: [] })),
    artists: artists.map(({ id }) => ({ id: idFrom(id), name: id })),
  });
  for (const artist of artists)
    for (const release of pastOf(artist)) put(world, artist, release, artist.releases.indexOf(release));
  const controlled = Object.fromEntries(begun.map(({ slug, id }) => [slug, { id, contact: 'known' }]));
  const files = {
    'playlists/setlist.yaml': stringify({
      title: 'Looks',
      timezone: 'UTC',
      apps: { main: { client_id: clientId, pace: { per_second: 2 }, accounts: { owner: {} } } },
      apply: 'on',
      limits: { creations: 10 },
      budget,
    }),
    ...Object.fromEntries(
      slugs.map((slug, at) => [
        `playlists/${slug}.yaml`,
        ruleOf(
          artists.filter((_, artist) => Math.floor((artist * rules) / artists.length) === at),
          slug,
        ),
      ]),
    ),
    ...(begun.length === 0
      ? {}
      : { 'reports/owner/control.json': `${JSON.stringify({ version: 1, playlists: controlled })}\n` }),
  };
  return { world, files, release: (day: number) => releaseOn(world, artists, day) };
}

const scopes = 'playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public';

/** When the run of a night begins. */
export const startOf = (day: number): number => day * dayMs + 3 * 3_600_000;

const pastOf = ({ releases }: Artist): readonly Release[] =>
  releases.filter(({ day }) => day < firstNight).slice(-mostPast);

const ruleOf = (artists: readonly Artist[], name: string): string =>
  stringify({
    name,
    from: [{ new_releases: { artists: artists.map(({ id }) => idFrom(id)), within: '28d' } }],
    guard: { max_removed: ['100%', 1000], max_removed_28_nights: '9999%', min_tracks: 0 },
  });

/** What comes out on a day can be seen from then on. */
function releaseOn(world: World, artists: readonly Artist[], day: number): void {
  for (const artist of artists)
    for (const [at, release] of artist.releases.entries()) if (release.day === day) put(world, artist, release, at);
}

/** A single, or now and then an album of three tracks. */
function put(world: World, { id }: Artist, { day }: Release, at: number): void {
  const album = idFrom(`${id} ${at}`);
  const kind = at % 5 === 0 ? 'album' : 'single';
  const tracks = Array.from({ length: kind === 'album' ? 3 : 1 }, (_, track) => idFrom(`${id} ${at} ${track}`));
  const releaseDate = new Date(day * dayMs).toISOString().slice(0, 10);
  const made = { id: album, name: `${id} ${at}`, kind, releaseDate, artists: [idFrom(id)], tracks };
  world.albums.set(album, decodeAlbum(made));
  for (const [number, track] of tracks.entries())
    world.tracks.set(
      track,
      decodeTrack({ id: track, name: `${id} ${at} ${number}`, artists: [idFrom(id)], album, number: number + 1 }),
    );
}
