import { decodeWorld, type World } from '../../../src/simulator/world/world.ts';
import { chance, holdsIrreplaceable, locals, oddityOf, shownId } from './overlay.ts';
import type { Series, State, TrackFacts } from './series.ts';

export const clientId = '0'.repeat(32);
export const refreshToken = 'replay-refresh-token';
const market = 'SE';

const scopes = 'playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public';

/** The simulator's world for one playlist: its tracks, and its first state in place. */
export function worldOf(
  series: Series,
  states: readonly State[],
  tracks: Readonly<Record<string, TrackFacts>>,
  overlay: boolean,
): World {
  const ids = [...new Set(states.flatMap((state) => state.tracks))];
  const shown = overlay ? ids.filter((id) => oddityOf(id) === 'relinked').map(shownId) : [];
  const albums = Map.groupBy(ids, (id) => tracks[id]?.album.id ?? id);
  const artists = new Map(ids.flatMap((id) => tracks[id]?.artists ?? []).map((artist) => [artist.id, artist]));
  const [first] = states;
  return decodeWorld({
    clock: `${first?.date ?? '2020-01-01'}T03:00:00Z`,
    settings: { publicSticks: 'never' },
    users: [
      {
        id: 'owner',
        market,
        refreshTokens: [{ token: refreshToken, app: clientId, scopes, authorizedAt: '2019-01-01T00:00:00Z' }],
      },
    ],
    apps: [{ id: clientId, owner: 'owner' }],
    artists: [...artists.values()].map(({ id, name }) => ({ id, name })),
    albums: [...albums].map(([id, of]) => ({ id, name: tracks[of[0] ?? '']?.album.name ?? '', tracks: of })),
    tracks: [
      ...ids.map((id) => trackOf(id, id, tracks)),
      ...ids.filter((id) => shown.includes(shownId(id))).map((id) => trackOf(shownId(id), id, tracks)),
    ],
    playlists: [
      {
        id: series.id,
        owner: 'owner',
        name: series.name,
        public: false,
        rows: firstRows(series, first?.tracks ?? [], overlay),
      },
    ],
  });
}

/** Two ids of one relinked track share an ISRC, as they do at Spotify; no others do here. */
const trackOf = (id: string, recording: string, tracks: Readonly<Record<string, TrackFacts>>) => {
  const facts = tracks[recording];
  return {
    id,
    name: facts?.name ?? recording,
    artists: facts?.artists.map((artist) => artist.id) ?? [],
    album: facts?.album.id ?? null,
    isrc: `XX${recording.slice(0, 10).toUpperCase()}${recording}`.slice(0, 32),
    durationMs: (facts?.duration_s ?? 180) * 1000,
  };
};

function firstRows(series: Series, tracks: readonly string[], overlay: boolean) {
  const rows = tracks.map((id, index) => ({
    uri: `spotify:track:${id}`,
    addedAt: new Date(Date.UTC(2019, 0, 1) + index * 60_000).toISOString().replace('.000', ''),
  }));
  if (!overlay) return rows;
  return locals(series.id).reduce(
    (all, { uri, index }) => all.toSpliced(index, 0, { uri, addedAt: '2018-05-05T05:05:05Z' }),
    rows,
  );
}

/** What befalls tracks by a state of the series: each odd track turns odd once, at a state drawn for it, and stays so. */
export function befall(world: World, playlist: string, index: number, of: number, present: readonly string[]): void {
  for (const id of present) {
    const track = world.tracks.get(id);
    const oddity = oddityOf(id);
    if (track === undefined || oddity === undefined || index < Math.floor(chance(`when ${id}`) * of * 0.8)) continue;
    if (oddity === 'relinked') track.relinks = { [market]: shownId(id) };
    if (!holdsIrreplaceable(playlist)) continue;
    if (oddity === 'unplayable') track.playableIn = [];
    if (oddity === 'gone') track.dead = true;
  }
}
