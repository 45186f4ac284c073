import { decodeWorld, type World } from '../../../src/simulator/world/world.ts';
import type { Series, TrackFacts } from '../replay/series.ts';

export const clientId = '0'.repeat(32);

const scopes = 'playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public';

/** One owner with all these playlists, each in its first state; their tracks and what is known of them. */
export function worldOf(
  series: readonly Series[],
  facts: Readonly<Record<string, TrackFacts>>,
  startMs: number,
): World {
  const ids = [...new Set(series.flatMap(({ states }) => states.flatMap(({ tracks }) => tracks)))];
  const albums = Map.groupBy(ids, (id) => facts[id]?.album.id ?? id);
  const artists = new Map(ids.flatMap((id) => facts[id]?.artists ?? []).map((artist) => [artist.id, artist]));
  return decodeWorld({
    clock: new Date(startMs).toISOString(),
    settings: { publicSticks: 'never' },
    users: [
      {
        id: 'owner',
        refreshTokens: [{ token: 'refresh', app: clientId, scopes, authorizedAt: '2019-01-01T00:00:00Z' }],
      },
    ],
    apps: [{ id: clientId, owner: 'owner' }],
    artists: [...artists.values()].map(({ id, name }) => ({ id, name })),
    albums: [...albums].map(([id, of]) => ({ id, name: facts[of[0] ?? '']?.album.name ?? '', tracks: of })),
    tracks: ids.map((id, index) => ({
      id,
      name: facts[id]?.name ?? id,
      artists: facts[id]?.artists.map((artist) => artist.id) ?? [],
      album: facts[id]?.album.id ?? id,
      isrc: `XXABC${String(index).padStart(7, '0')}`,
      durationMs: (facts[id]?.duration_s ?? 180) * 1000,
    })),
    playlists: series.map(({ id, name, states }) => ({
      id,
      owner: 'owner',
      name,
      public: false,
      rows: (states[0]?.tracks ?? []).map((track) => ({ uri: uriOf(track), addedAt: '2018-05-05T05:05:05Z' })),
    })),
  });
}

export const uriOf = (track: string): string => `spotify:track:${track}`;
