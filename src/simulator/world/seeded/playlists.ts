import { addPlaylist, instant } from '../edit.ts';
import { idFrom } from '../hash.ts';
import type { Row } from '../schema/playlists.ts';
import { decodePlaylist, type World } from '../world.ts';
import type { Random } from './random.ts';

type Plan = { readonly name: string; readonly rows: number; readonly more?: object };

/** What the owner and others had before Setlist came: lists of all sizes, with everything in them that is a nuisance. */
const plans: readonly Plan[] = [
  { name: 'Empty drawer', rows: 0 },
  { name: 'Road trip <3 & friends', rows: 30, more: { description: 'Windows down, "volume" up' } },
  { name: 'Focus', rows: 80, more: { public: false, description: 'null' } },
  { name: 'Archive 2019', rows: 240 },
  { name: 'Everything', rows: 1200, more: { publicIsStuck: true } },
  { name: '冬のプレイリスト', rows: 55 },
  { name: 'With a friend', rows: 45, more: { public: false, collaborative: true, collaborators: ['friend'] } },
  { name: 'Friday finds', rows: 20, more: { owner: 'friend' } },
  { name: 'Her mixtape', rows: 60, more: { owner: 'friend', nameless: true } },
  { name: 'Hot hits', rows: 50, more: { owner: 'spotify' } },
];

export function makePlaylists(world: World, random: Random): void {
  const out = [...world.tracks.values()].filter(({ album }) => world.albums.get(album ?? '')?.unreleased === false);
  const ids = out.map(({ id }) => id);
  for (const [at, { name, rows, more = {} }] of plans.entries()) {
    const playlist = decodePlaylist({
      id: idFrom(`${world.seed} playlist ${at}`),
      owner: 'owner',
      followers: random.between(0, 900),
      revision: random.between(2, 400),
      ...more,
      name,
    });
    playlist.rows = random.some(ids, rows).map((id, place): Row => row(world, `spotify:track:${id}`, rows - place));
    if (name === 'Road trip <3 & friends') playlist.rows.push(...nuisances(world));
    addPlaylist(world, playlist);
  }
  const owner = world.users.get('owner');
  const follows = [...world.playlists.values()].filter(({ owner: by }) => by !== 'owner').map(({ id }) => id);
  owner?.playlists.splice(2, 0, null, ...follows);
}

const row = (world: World, uri: string | null, hoursAgo: number): Row => ({
  uri,
  addedAt: instant(world.nowMs - hoursAgo * 7 * 3_600_000),
  addedBy: 'owner',
});

/** Local files, a lost item, an episode, and one track twice. */
function nuisances(world: World): Row[] {
  const episode = world.episodes.keys().next().value ?? '';
  const twice = world.tracks.keys().next().value ?? '';
  return [
    row(world, 'spotify:local:Die+%C3%84rzte:Demos:Kassette+%231:214', 3),
    row(world, null, 3),
    row(world, `spotify:episode:${episode}`, 2),
    row(world, `spotify:track:${twice}`, 2),
    row(world, `spotify:track:${twice}`, 1),
  ];
}
