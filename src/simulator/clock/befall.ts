import { changed, instant } from '../world/edit.ts';
import { hash } from '../world/hash.ts';
import type { Happening, HappeningOf } from '../world/schema/happenings.ts';
import type { Playlist } from '../world/schema/playlists.ts';
import { mostUsers, type World } from '../world/world.ts';
import { whim } from './whim.ts';

/** Makes it happen, at the world's present time. What repeats is put down for its next time. */
export function befall(world: World, happening: Happening): void {
  switch (happening.kind) {
    case 'release': {
      const album = world.albums.get(happening.album);
      if (album !== undefined) album.unreleased = false;
      break;
    }
    case 'hand-edit':
      editByHand(world, happening);
      break;
    case 'whim':
      whim(world, happening);
      break;
    case 'followers':
      follow(world, happening);
      break;
    case 'unavailable': {
      const track = world.tracks.get(happening.track);
      if (track !== undefined && happening.how === 'dead') track.dead = true;
      if (track !== undefined && happening.how === 'market') track.playableIn = [];
      break;
    }
    case 'relink': {
      const track = world.tracks.get(happening.track);
      if (track !== undefined) track.relinks[happening.market] = happening.to;
      break;
    }
    case 'premium': {
      const user = world.users.get(happening.user);
      if (user !== undefined) user.premium = happening.premium;
      break;
    }
    case 'allow-list':
      list(world, happening);
      break;
    case 'revoke':
      for (const grant of world.users.get(happening.user)?.refreshTokens ?? []) grant.revoked = true;
      break;
  }
  repeat(world, happening);
}

function repeat(world: World, happening: Happening): void {
  if (!('everyHours' in happening) || happening.everyHours === undefined || happening.everyHours <= 0) return;
  const at = instant(Date.parse(happening.at) + happening.everyHours * 3_600_000);
  world.happenings = [...world.happenings, { ...happening, at }];
}

/** A list by its id, or by its name among what the user owns now. */
function playlistOf(world: World, user: string | undefined, named: string): Playlist | undefined {
  const byId = world.playlists.get(named);
  if (byId !== undefined || user === undefined) return byId;
  return world.users
    .get(user)
    ?.playlists.map((id) => (id === null ? undefined : world.playlists.get(id)))
    .find((playlist) => playlist?.owner === user && playlist.name === named);
}

function editByHand(world: World, edit: HappeningOf<'hand-edit'>): void {
  const playlist = playlistOf(world, edit.user, edit.playlist);
  if (playlist === undefined) return;
  const removed = new Set(edit.remove);
  const rows = playlist.rows.filter(({ uri }) => uri === null || !removed.has(uri));
  if (edit.move !== undefined) {
    const [from, to] = edit.move;
    rows.splice(to, 0, ...rows.splice(from, 1));
  }
  const added = edit.add.map((uri) => ({ uri, addedAt: instant(world.nowMs), addedBy: edit.user }));
  rows.splice(edit.position ?? rows.length, 0, ...added);
  playlist.rows = rows;
  if (edit.name !== undefined) playlist.name = edit.name;
  if (edit.description !== undefined) playlist.description = edit.description;
  changed(world, playlist);
}

/** An app that listed everybody goes on with five of the others once one is taken off. Nobody is listed as the sixth. */
function list({ apps, users }: World, { app: id, user, listed }: HappeningOf<'allow-list'>): void {
  const app = apps.get(id);
  if (app === undefined || (listed && app.users === null)) return;
  const others = (app.users ?? [...users.keys()]).filter((one) => one !== user);
  if (!listed) app.users = app.dialect === 'extended' ? others : others.slice(0, mostUsers);
  else if (app.dialect === 'extended' || others.length < mostUsers) app.users = [...others, user];
}

function follow(world: World, { at, playlist: named, by, most }: HappeningOf<'followers'>): void {
  const playlist = playlistOf(world, undefined, named);
  if (playlist === undefined) return;
  // One more step up than down: lists that are kept grow.
  const span = 2 * (most ?? 0) + 2;
  const drift = by ?? (hash(`${world.seed} ${named} ${at}`) % span) - (most ?? 0);
  playlist.followers = Math.max(0, playlist.followers + drift);
}
