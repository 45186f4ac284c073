import { id, list, local, owner, uri, world } from '../here.ts';
import { ann, catalogue, guest } from '../some-catalogue.ts';
import type { Dialect } from './compare.ts';

const addedAt = '2026-11-20T18:00:00Z';
const addedBy = 'owner';
const ranges = (ids: readonly string[]) => ({ short_term: ids, medium_term: ids, long_term: ids });
const letters = [...'cdghijklmnopqruvwyz'].map((letter) => ({
  id: id(letter),
  name: `Song ${letter}`,
  artists: [ann],
  album: id('C'),
  ...(letter === 'u' ? { playableIn: ['US'] } : {}),
}));

/** A list with every kind of row: tracks plain, relinked, elsewhere only and dead, an episode, a local file, a null. */
const everyRow = [uri('a'), uri('s'), uri('u'), uri('x'), `spotify:episode:${id('talk')}`, local, null, uri('c')];

/** A world in which every address has something to show, of every kind that Spotify shows. */
export const everything = (dialect: Dialect) =>
  world('', {
    apps: [{ id: 'app', pace: null, dialect }],
    users: [
      owner({
        playlists: [list, id('shared'), null, id('blend'), id('empty')],
        savedTracks: [
          { id: id('a'), addedAt },
          { id: id('u'), addedAt },
          { id: id('x'), addedAt },
        ],
        savedAlbums: [
          { id: id('A'), addedAt },
          { id: id('Gone'), addedAt },
        ],
        followedArtists: [ann, guest],
        topTracks: ranges([id('a'), id('b')]),
        topArtists: ranges([ann]),
        recentlyPlayed: [
          { id: id('a'), playedAt: '2026-11-22T01:00:00.000Z' },
          { id: id('x'), playedAt: '2026-11-22T00:30:00.000Z' },
        ],
      }),
      { id: 'other' },
    ],
    ...catalogue,
    tracks: [...catalogue.tracks, ...letters],
    playlists: [
      { id: list, owner: 'owner', name: 'Everything', description: 'R&B', rows: rows(everyRow) },
      { id: id('shared'), owner: 'other', name: 'Rain', rows: rows([uri('a')]) },
      { id: id('blend'), owner: 'other', nameless: true },
      { id: id('empty'), owner: 'owner', name: 'Empty' },
    ],
  });

const rows = (uris: readonly (string | null)[]) =>
  uris.map((one, at) => ({ uri: one, addedAt, addedBy: at === 0 ? null : addedBy }));

export type Asking = readonly [method: string, path: string, body?: unknown];

const items = `/playlists/${list}/items`;
const tracks = `/playlists/${list}/tracks`;

/** Every address that both dialects have, with something to do at each. */
const askings: readonly Asking[] = [
  ['GET', '/me'],
  ['GET', '/me/playlists?limit=2'],
  ['GET', '/me/playlists?limit=50&offset=2'],
  ['GET', `/playlists/${list}?additional_types=track,episode`],
  ['GET', `/playlists/${list}`],
  ['GET', `/playlists/${id('shared')}`],
  ['GET', `/playlists/${id('empty')}`],
  ['GET', `${items}?limit=3&offset=1&additional_types=track,episode`],
  ['GET', `${items}?limit=50`],
  ['GET', `/playlists/${list}/images`],
  ['GET', '/me/tracks?limit=1'],
  ['GET', '/me/tracks?limit=50&offset=1'],
  ['GET', '/me/albums'],
  ['GET', '/me/top/tracks?time_range=short_term'],
  ['GET', '/me/top/artists'],
  ['GET', '/me/following?type=artist&limit=1'],
  ['GET', `/me/following?type=artist&after=${guest}`],
  ['GET', '/me/player/recently-played?limit=1'],
  ['GET', '/me/player/recently-played'],
  ['GET', '/me/player/recently-played?after=9999999999999'],
  ['GET', '/search?q=rain&type=album,artist,playlist,track&limit=10'],
  ['GET', '/search?q=a&type=album,artist'],
  ['GET', '/search?q=talk&type=show,episode,audiobook'],
  ['GET', `/artists/${ann}`],
  ['GET', `/artists/${guest}`],
  ['GET', `/artists/${ann}/albums?limit=2`],
  ['GET', `/artists/${guest}/albums?include_groups=album,single,appears_on,compilation&limit=10`],
  ['GET', `/albums/${id('A')}`],
  ['GET', `/albums/${id('C')}`],
  ['GET', `/albums/${id('A')}/tracks?limit=1&offset=1`],
  ['GET', `/tracks/${id('a')}`],
  ['GET', `/tracks/${id('s')}`],
  ['GET', `/tracks/${id('u')}`],
  ['GET', `/episodes/${id('talk')}`],
  ['GET', `/shows/${id('show')}`],
  ['GET', `/shows/${id('show')}/episodes`],
  ['PUT', `/me/library?uris=${uri('b')},spotify:album:${id('A')}`],
  ['GET', `/me/library/contains?uris=${uri('b')}`],
  ['DELETE', `/me/library?uris=${uri('b')}`],
  ['POST', '/me/playlists', { name: 'New', description: 'x', public: false, collaborative: false }],
  ['PUT', `/playlists/${list}`, { name: 'Other', description: 'y', public: true }],
  ['POST', items, { uris: [uri('a')], position: 0 }],
  ['PUT', items, { range_start: 0, range_length: 1, insert_before: 2 }],
  ['DELETE', items, { items: [{ uri: uri('a') }] }],
  ['PUT', items, { uris: [uri('a'), uri('c')] }],
  ['PUT', `/playlists/${list}/images`, '/9j/4AAQ'],
];

const savable: Readonly<Record<string, string>> = {
  tracks: id('a'),
  albums: id('A'),
  episodes: id('talk'),
  shows: id('show'),
};

/** What only apps with extended quota still have. */
const oldAskings: readonly Asking[] = [
  ['GET', `${tracks}?limit=100&additional_types=track,episode`],
  ['POST', tracks, { uris: [uri('a')] }],
  ['PUT', tracks, { range_start: 0, insert_before: 2 }],
  ['DELETE', tracks, { tracks: [{ uri: uri('a') }] }],
  ['POST', '/users/owner/playlists', { name: 'Old' }],
  ['GET', '/users/owner/playlists?limit=1'],
  ['GET', '/users/other'],
  ['PUT', `/playlists/${id('shared')}/followers`, { public: true }],
  ['GET', `/playlists/${list}/followers/contains`],
  ['DELETE', `/playlists/${id('shared')}/followers`],
  ...Object.keys(savable).flatMap((kind): readonly Asking[] => [
    kind === 'tracks' ? ['PUT', '/me/tracks', { ids: [id('a')] }] : ['PUT', `/me/${kind}?ids=${savable[kind]}`],
    ['GET', `/me/${kind}/contains?ids=${savable[kind]}`],
    ['DELETE', `/me/${kind}?ids=${savable[kind]}`],
  ]),
  ['PUT', `/me/following?type=artist&ids=${guest}`],
  ['GET', `/me/following/contains?type=artist&ids=${guest}`],
  ['DELETE', `/me/following?type=artist&ids=${guest}`],
  ['GET', `/tracks?ids=${id('a')},${id('x')}`],
  ['GET', `/albums?ids=${id('A')},${id('Gone')}`],
  ['GET', `/artists?ids=${ann},${id('Gone')}`],
  ['GET', `/artists/${ann}/top-tracks`],
  ['GET', '/browse/new-releases?limit=2'],
  ['GET', '/markets'],
  ['GET', '/search?q=rain&type=track&limit=50'],
  ['GET', `/artists/${ann}/albums?limit=50`],
];

export const allAskings: Readonly<Record<Dialect, readonly Asking[]>> = {
  development: askings,
  extended: [...oldAskings, ...askings],
};
