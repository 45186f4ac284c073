const artists = 'artists(id,name)';

/** What is asked of a track or episode in a playlist: names and ids, never images, never what Spotify took away. */
const item = `item(type,uri,name,duration_ms,explicit,is_playable,track_number,disc_number,release_date,external_ids(isrc),${artists},album(id,name,album_type,release_date,${artists}),show(name))`;

const rows = `total,next,items(added_at,added_by(id),is_local,${item})`;

/** For `/playlists/{id}/items`. */
export const rowFields = rows;

/** For `/playlists/{id}`: its head and its first 100 rows in one request. */
export const playlistFields = `id,name,description,public,collaborative,owner(id),snapshot_id,followers(total),items(${rows})`;
