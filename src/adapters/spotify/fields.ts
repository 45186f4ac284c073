const artists = 'artists(id,name)';

/** What is asked of a track or episode in a playlist: names and ids, never images, never what Spotify took away. */
const shown = `(type,uri,name,duration_ms,explicit,is_playable,track_number,disc_number,release_date,external_ids(isrc),${artists},album(id,name,album_type,release_date,${artists}),show(name))`;

/** Apps of the extended dialect say `track` where those of the development dialect say `item`; each gets what it has. */
const rowsOf = (...keys: readonly string[]): string =>
  `total,next,items(added_at,added_by(id),${keys.map((key) => `${key}${shown}`).join(',')})`;

/** For `/playlists/{id}/items`. */
export const rowFields = rowsOf('item', 'track');

/** For `/playlists/{id}`: its head and its first 100 rows in one request. */
export const playlistFields = `id,name,description,public,collaborative,owner(id),snapshot_id,followers(total),items(${rowsOf('item', 'track')}),tracks(${rowsOf('track')})`;
