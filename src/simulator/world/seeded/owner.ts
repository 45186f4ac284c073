import { instant } from '../edit.ts';
import { decodeUser, type World } from '../world.ts';
import type { Random } from './random.ts';

export const seededClientId = '5e7115700c0de5e7115700c0de5e7115';
export const seededRefreshToken = 'AQ-simulated-refresh-token-of-the-owner';

const allScopes = (
  'playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public ' +
  'user-library-read user-library-modify user-top-read user-follow-read user-follow-modify ' +
  'user-read-recently-played ugc-image-upload'
).trim();

/** The person whose lists are kept: someone with a taste of their own, who signed in three weeks ago. */
export function makeOwner(world: World, random: Random): void {
  const out = [...world.tracks.values()].filter(({ album }) => world.albums.get(album ?? '')?.unreleased === false);
  const artists = random.some([...world.artists.keys()], Math.ceil(world.artists.size * 0.4));
  const liked = random.some(
    out.filter((track) => track.artists.some((id) => artists.includes(id))),
    400,
  );
  const ago = (hours: number): string => instant(world.nowMs - hours * 3_600_000);
  const ranges = () => ({ short_term: top(), medium_term: top(), long_term: top() });
  const top = (): string[] => random.some(liked, 50).map(({ id }) => id);
  const topArtists = (): string[] => random.some(artists, 50);
  const owner = decodeUser({
    id: 'owner',
    name: 'The Owner',
    market: 'DE',
    refreshTokens: [{ token: seededRefreshToken, app: seededClientId, scopes: allScopes, authorizedAt: ago(24 * 21) }],
    savedTracks: liked.map(({ id }, at) => ({ id, addedAt: ago(5 + at * 19) })),
    savedAlbums: random
      .some(
        [...world.albums.values()].filter((album) => !album.unreleased),
        40,
      )
      .map(({ id }, at) => ({ id, addedAt: ago(9 + at * 200) })),
    followedArtists: artists,
    topTracks: ranges(),
    topArtists: { short_term: topArtists(), medium_term: topArtists(), long_term: topArtists() },
    recentlyPlayed: random.some(liked, 50).map(({ id }, at) => ({ id, playedAt: ago(2 + at * 0.4) })),
  });
  world.users.set(owner.id, owner);
  world.users.set('friend', decodeUser({ id: 'friend', name: 'A <b>Friend</b>', market: 'US' }));
  world.users.set('developer', decodeUser({ id: 'developer', name: 'Developer' }));
}
