import type { Excuse } from './excuse.ts';

const schemas = '/components/schemas';
const local = {
  why: 'a local file has a name and nothing that Spotify could link to',
  source: 'spotify-api.md 4.12; local files in the playlists page of the documentation',
};
const removed = (fields: readonly string[]) => ({
  says: fields.map((field) => `lacks ${field}`),
  why: 'still required, though removed in February 2026',
  source: 'spotify-api.md 2.4 and 8.1',
  only: 'development' as const,
});
const staying = {
  says: ['is there'],
  why: 'called deprecated, which is what removed fields are called too; this one stayed',
  source: 'spotify-api.md 2.4',
  only: 'development' as const,
};

/** What the document itself has wrong. An entry that is not needed any more fails a test. */
export const specErrors: readonly Excuse[] = [
  { at: `${schemas}/AlbumBase`, ...removed(['available_markets']) },
  { at: `${schemas}/AlbumObject`, ...removed(['label', 'popularity']) },
  { at: `${schemas}/ArtistDiscographyAlbumObject/allOf/1`, ...removed(['album_group']) },
  { at: `${schemas}/ShowBase`, ...removed(['available_markets', 'publisher']) },
  { at: `${schemas}/AlbumObject/allOf/1/properties/genres`, ...staying },
  { at: `${schemas}/ArtistObject/properties/genres`, ...staying },
  { at: `${schemas}/TrackObject/properties/preview_url`, ...staying },
  { at: `${schemas}/SimplifiedTrackObject/properties/preview_url`, ...staying },
  {
    at: `${schemas}/EpisodeBase/properties/audio_preview_url`,
    ...staying,
    why: 'called deprecated and required at once',
    source: 'the document itself',
  },
  { at: `${schemas}/AlbumBase`, says: ['lacks total_tracks'], ...local },
  ...['album_type', 'href', 'id', 'release_date', 'release_date_precision', 'uri'].map((field) => ({
    at: `${schemas}/AlbumBase/properties/${field}`,
    says: ['is null'],
    ...local,
  })),
  ...['href', 'id', 'uri'].map((field) => ({
    at: `${schemas}/SimplifiedArtistObject/properties/${field}`,
    says: ['is null'],
    ...local,
  })),
  ...['href', 'id'].map((field) => ({ at: `${schemas}/TrackObject/properties/${field}`, says: ['is null'], ...local })),
  {
    at: `${schemas}/PlaylistTrackObject/properties/item`,
    says: ['is null'],
    why: 'Spotify no longer has the item',
    source: 'spotify-api.md 4.12',
    only: 'development',
  },
  {
    at: `${schemas}/PlaylistTrackObject/properties/track`,
    says: ['is null'],
    why: 'Spotify no longer has the item',
    source: 'spotify-api.md 4.12',
    only: 'extended',
  },
  {
    at: `${schemas}/PlaylistTrackObject/properties/added_by`,
    says: ['is null'],
    why: 'null in very old playlists',
    source: 'the description beside it',
  },
  {
    at: `${schemas}/PagingPlaylistObject/allOf/1/properties/items/items`,
    says: ['is null'],
    why: 'entries of the listing can be null',
    source: 'spotify-api.md 4.1',
  },
  {
    at: `${schemas}/SimplifiedPlaylistObject`,
    says: ['lacks name', 'lacks uri'],
    why: 'Blends are listed without',
    source: 'spotify-api.md 4.1',
  },
  {
    at: `${schemas}/SimplifiedPlaylistObject/properties/description`,
    says: ['is null'],
    why: 'null when there is none, as in the playlist itself',
    source: 'the description beside it; spotify-api.md 4.7',
  },
  ...['PlaylistObject', 'SimplifiedPlaylistObject'].map((name) => ({
    at: `${schemas}/${name}/properties/images`,
    says: ['is null'],
    why: 'null as long as nothing is in the playlist',
    source: 'none [?]: the simulator does the nastier thing',
  })),
  {
    at: `${schemas}/PrivateUserObject/properties/display_name`,
    says: ['is null'],
    why: 'null when there is none, as in a public profile',
    source: 'the description beside it',
  },
  {
    at: `${schemas}/CursorPagingObject/properties/next`,
    says: ['is null'],
    why: 'null when this was the last page',
    source: 'the description beside it',
  },
  {
    at: `${schemas}/CursorPagingObject/properties/cursors`,
    says: ['is null'],
    why: 'null when there is nothing to page through',
    source: 'none [?]: the simulator does the nastier thing',
  },
  {
    at: `${schemas}/CursorObject/properties/after`,
    says: ['is null'],
    why: 'null when this was the last page',
    source: 'none [?]: the simulator does the nastier thing',
  },
  {
    at: `${schemas}/PlayHistoryObject/properties/context`,
    says: ['is null'],
    why: 'null when it played out of no list',
    source: 'none [?]: the simulator does the nastier thing',
  },
  ...[
    'SavedTrackObject/properties/track',
    'SavedAlbumObject/properties/album',
    'PlayHistoryObject/properties/track',
  ].map((place) => ({
    at: `${schemas}/${place}`,
    says: ['is null'],
    why: 'what is gone stays as an entry, as in playlists',
    source: 'none [?]: the simulator does the nastier thing',
  })),
  ...['Tracks', 'Albums', 'Artists'].map((kind) => ({
    at: `/components/responses/Many${kind}/content/application~1json/schema/properties/${kind.toLowerCase()}/items`,
    says: ['is null'],
    why: 'null stands in the place of what is not there',
    source: 'none [?]: as the old documentation had it',
    only: 'extended' as const,
  })),
  ...['/paths/~1search/get/parameters/3/schema', '/paths/~1artists~1{id}~1albums/get/parameters/3/schema'].map(
    (at) => ({
      at,
      says: ['breaks maximum'],
      why: 'ten at most is for the development dialect; apps with extended quota still get fifty',
      source: 'spotify-api.md 2.1 and 2.3',
      only: 'extended' as const,
    }),
  ),
];
