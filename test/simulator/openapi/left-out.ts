import type { Excuse } from './excuse.ts';

const schemas = '/components/schemas';
const restricted = {
  says: ['lacks restrictions'],
  why: 'only there when something is restricted',
  source: 'the description beside it',
};
const oldKeys = {
  why: 'apps with extended quota see the old key',
  source: 'spotify-api.md 2.1',
  only: 'extended' as const,
};

/** What the document knows and does not require, and what an answer may go without. Entries are as tight as errors. */
export const leftOut: readonly Excuse[] = [
  ...['AlbumBase', 'EpisodeBase', 'SimplifiedTrackObject', 'TrackObject'].map((name) => ({
    at: `${schemas}/${name}`,
    ...restricted,
  })),
  {
    at: `${schemas}/EpisodeBase`,
    says: ['lacks resume_point'],
    why: 'only for those with the scope user-read-playback-position',
    source: 'the description beside it',
  },
  {
    at: `${schemas}/ExternalIdObject`,
    says: ['lacks ean', 'lacks isrc', 'lacks upc'],
    why: 'each is there when it is known',
    source: 'the description of the object that holds them',
  },
  {
    at: `${schemas}/ExternalUrlObject`,
    says: ['lacks spotify'],
    why: 'a local file has no address',
    source: 'spotify-api.md 4.12',
  },
  {
    at: `${schemas}/PlaylistObject`,
    says: ['lacks items'],
    why: 'only for owner and collaborators',
    source: 'spotify-api.md 4.2',
    only: 'development',
  },
  { at: `${schemas}/PlaylistObject`, says: ['lacks items'], ...oldKeys },
  { at: `${schemas}/SimplifiedPlaylistObject`, says: ['lacks items'], ...oldKeys },
  { at: `${schemas}/PlaylistTrackObject`, says: ['lacks item'], ...oldKeys },
  {
    at: `${schemas}/CursorObject`,
    says: ['lacks before'],
    why: 'followed artists are only paged forward',
    source: 'the parameters of GET /me/following',
  },
  {
    at: `${schemas}/CursorPagingObject`,
    says: ['lacks total'],
    why: 'plays are not counted',
    source: 'none [?]: the simulator does the nastier thing',
  },
  {
    at: '/components/responses/SearchItems/content/application~1json/schema',
    says: ['albums', 'artists', 'audiobooks', 'episodes', 'playlists', 'shows', 'tracks'].map(
      (kind) => `lacks ${kind}`,
    ),
    why: 'only what was asked for',
    source: 'the parameter type of GET /search',
  },
];
