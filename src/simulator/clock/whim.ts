import { changed, instant } from '../world/edit.ts';
import { hash } from '../world/hash.ts';
import type { HappeningOf } from '../world/schema/happenings.ts';
import type { Playlist, Row } from '../world/schema/playlists.ts';
import type { World } from '../world/world.ts';

/** The owner opens the app and changes one of their lists: which and how follows from the seed and the time. */
export function whim(world: World, { user: id, at }: HappeningOf<'whim'>): void {
  const user = world.users.get(id);
  if (user === undefined) return;
  const dice = (what: string, sides: number): number => (sides < 1 ? 0 : hash(`${world.seed} ${at} ${what}`) % sides);
  const own = user.playlists
    .map((listed) => (listed === null ? undefined : world.playlists.get(listed)))
    .filter((list): list is Playlist => list?.owner === id && list.rows.length > 3);
  const playlist = own[dice('which', own.length)];
  if (playlist === undefined) return;
  const { rows } = playlist;
  const kind = dice('how', 3);
  if (kind === 0) rows.splice(dice('out', rows.length), 1);
  if (kind === 1) rows.splice(dice('to', rows.length), 0, ...rows.splice(dice('from', rows.length), 1));
  if (kind === 2) rows.splice(dice('to', rows.length), 0, favourite(world, id, dice));
  changed(world, playlist);
}

function favourite(world: World, user: string, dice: (what: string, sides: number) => number): Row {
  const saved = world.users.get(user)?.savedTracks ?? [];
  const track = saved[dice('track', saved.length)]?.id ?? world.tracks.keys().next().value ?? null;
  return { uri: track === null ? null : `spotify:track:${track}`, addedAt: instant(world.nowMs), addedBy: user };
}
