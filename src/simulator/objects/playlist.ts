import type { Call } from '../http/call.ts';
import { hash } from '../world/hash.ts';
import { shownRows } from '../world/rows.ts';
import type { Playlist } from '../world/schema/playlists.ts';
import type { Settings } from '../world/schema/settings.ts';
import { shownSnapshot } from '../world/snapshot.ts';
import { escapeHtml } from './escape.ts';
import { displayName, linked } from './link.ts';

/** What holds the rows: apps with extended quota still see the old key. */
export const contentsKey = ({ viewer }: Call): string => (viewer.extended ? 'tracks' : 'items');

/** Of names it is only remembered that they read back escaped: the lists of which they do keep doing so. */
const showsEscaped = ({ namesEscaped }: Settings, { id }: Playlist): boolean =>
  namesEscaped === 'always' || (namesEscaped === 'some' && hash(`${id} name`) % 3 === 0);

/** What the listing and the playlist itself have in common. */
function head({ world }: Call, playlist: Playlist): Record<string, unknown> {
  const { id, name, description, collaborative, owner } = playlist;
  return {
    ...linked('playlist', id),
    collaborative,
    description: description === null ? null : escapeHtml(description),
    // Null, not an empty list, as long as nothing is in it. The address stops working within a day.
    images:
      shownRows(world, playlist).length === 0
        ? null
        : [{ height: null, url: `https://mosaic.scdn.co/640/${hash(`${id} ${playlist.revision}`)}`, width: null }],
    name: showsEscaped(world.settings, playlist) ? escapeHtml(name) : name,
    owner: { ...linked('user', owner), display_name: displayName(world.users.get(owner) ?? { name: owner }) },
    primary_color: null,
    public: playlist.public,
    snapshot_id: shownSnapshot(playlist, world.nowMs, world.settings.snapshotLagSeconds),
  };
}

/** An entry of `GET /me/playlists`. Its `public` has been seen to be wrong, and is for every fifth list. */
export function listedPlaylist(call: Call, playlist: Playlist): object {
  const { nameless, id } = playlist;
  const { length: total } = shownRows(call.world, playlist);
  const { name, uri, ...rest } = head(call, playlist);
  return {
    ...rest,
    ...(nameless ? {} : { name, uri }),
    public: hash(id) % 5 === 0 ? !playlist.public : playlist.public,
    [contentsKey(call)]: { href: `${call.apiUrl}/playlists/${id}/${contentsKey(call)}`, total },
  };
}

/** `items` is absent for those who may not read the contents. */
export const wholePlaylist = (call: Call, playlist: Playlist, items: object | undefined): object => ({
  ...head(call, playlist),
  followers: { href: null, total: playlist.followers },
  ...(items === undefined ? {} : { [contentsKey(call)]: items }),
});
