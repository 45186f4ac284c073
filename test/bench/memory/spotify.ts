/** The simulator in a process of its own: its memory is not the run's. Told `night`, it edits some lists by hand and lets a day pass. */
import { remoteClock } from '../../../src/adapters/clock/remote-clock.ts';
import { variables } from '../../../src/cli/embedded.ts';
import { startSimulator } from '../../../src/simulator/start.ts';
import { changed, instant } from '../../../src/simulator/world/edit.ts';
import { idFrom } from '../../../src/simulator/world/hash.ts';
import { randomOf } from '../../../src/simulator/world/seeded/random.ts';
import { seededWorld } from '../../../src/simulator/world/seeded.ts';
import { decodePlaylist } from '../../../src/simulator/world/world.ts';

export type Started = { readonly env: Readonly<Record<string, string>>; readonly playlists: readonly string[] };

const playlists = Number(process.argv[2]);
const spare = 2000;
const world = seededWorld('memory', {
  artists: playlists * 12,
  albums: playlists * 40,
  tracks: playlists * 100 + spare,
  handEditEveryHours: null,
});
// What stands in two places under two ids is another bench's.
for (const album of world.albums.values()) album.unreleased = false;
for (const track of world.tracks.values()) Object.assign(track, { relinks: {}, playableIn: null });
const tracks = [...world.tracks.keys()];
const ids = Array.from({ length: playlists }, (_, at) => idFrom(`memory playlist ${at}`));
const rowFor = (track: string | undefined, addedAt: string) => ({ uri: `spotify:track:${track}`, addedAt });
world.playlists.clear();
world.happenings = [];
for (const user of world.users.values()) user.playlists = [];
for (const [at, id] of ids.entries()) {
  const own = tracks.slice(at * 100, at * 100 + 100);
  const rows = own.map((track, row) => rowFor(track, instant(world.nowMs - (at + row) * 7_200_000)));
  world.playlists.set(id, decodePlaylist({ id, owner: 'owner', name: `List ${at + 1}`, rows }));
  world.users.get('owner')?.playlists.push(id);
}
const simulator = await startSimulator({ world });
const clock = await remoteClock(simulator.clockUrl);
let night = 0;
process.on('message', async () => {
  simulator.clearLog();
  const random = randomOf(`night ${++night}`);
  for (const id of random.some(ids, Math.ceil(playlists * 0.05))) {
    const playlist = world.playlists.get(id);
    if (playlist === undefined) continue;
    const fresh = random.some(tracks.slice(-spare), 3).map((track) => rowFor(track, instant(world.nowMs)));
    playlist.rows = [...fresh.map((row) => ({ ...row, addedBy: 'owner' })), ...playlist.rows.slice(2)];
    changed(world, playlist);
  }
  // Listings show a change some time after it was made.
  await clock.sleep(86_400_000);
  process.send?.('done');
});
process.on('disconnect', () => process.exit());
process.send?.({ env: variables(simulator), playlists: ids } satisfies Started);
