import { describe, expect, test } from 'vitest';
import type { AlbumId, ArtistId, PlaylistId } from '../../../src/domain/ids.ts';
import { id, list, owner, uri, world } from '../../simulator/here.ts';
import { ann, catalogue } from '../../simulator/some-catalogue.ts';
import { letters, opened, playlistId, refusal, track } from '../opened.ts';

const shelves = {
  savedTracks: [{ id: id('b'), addedAt: '2026-11-20T18:00:00.000Z' }],
  topTracks: { short_term: [id('c')] },
  followedArtists: [id('Ann')],
};
const episode = `spotify:episode:${id('talk')}`;

describe.each(['development', 'extended'])('in the %s dialect', (dialect) => {
  const apps = [{ id: 'app', pace: null, dialect }];

  test('reads every position of a playlist, whatever stands there', async () => {
    const { read } = await opened(
      world('', {
        apps,
        playlists: [
          {
            id: list,
            owner: 'owner',
            rows: [
              { uri: uri('a') },
              { uri: episode },
              { uri: null },
              { uri: 'spotify:local:A:B:C:1' },
              { uri: uri('x') },
            ],
          },
        ],
      }),
    );
    const { page, owner, followers } = await read.playlist(playlistId);
    expect(page?.rows.map(({ kind }) => kind)).toEqual(['item', 'item', 'gone', 'local', 'gone']);
    expect(page?.items).toMatchObject({ [uri('a')]: { title: 'Song a', artists: [{ name: 'Ann & Bo' }] } });
    expect(page?.items).toMatchObject({ [episode]: { kind: 'episode', show: 'Talk' } });
    expect({ owner, followers, next: page?.next, total: page?.total }).toEqual({
      owner: 'owner',
      followers: 0,
      next: null,
      total: 5,
    });
  });

  test('reads 100 rows with the head, then pages of 50', async () => {
    const { read, asked } = await opened(world('abcdefghij'.repeat(16), { apps }));
    const head = await read.playlist(playlistId);
    const rest = [await read.rows(playlistId, 100), await read.rows(playlistId, 150)];
    expect([head.page?.next, ...rest.map(({ next }) => next)]).toEqual([100, 150, null]);
    expect(letters([...(head.page?.rows ?? []), ...rest.flatMap(({ rows }) => rows)])).toBe('abcdefghij'.repeat(16));
    expect(asked().length).toBe(3);
  });

  test('reads what the account has saved, likes most and follows', async () => {
    const { read } = await opened(world('', { apps, users: [owner(shelves)] }));
    expect((await read.liked(0)).rows).toEqual([{ uri: uri('b'), addedAt: '2026-11-20T18:00:00.000Z' }]);
    expect((await read.top('short')).rows).toEqual([{ uri: uri('c'), addedAt: null }]);
    expect((await read.followed(null)).rows).toEqual([id('Ann')]);
    expect((await read.listing(0)).rows.map(({ id: one }) => one)).toContain(playlistId);
    expect(await read.me()).toBe('owner');
  });

  test('reads artists, albums, tracks and what a search finds', async () => {
    const { read } = await opened(world('', { apps, ...catalogue }));
    const { rows: albums } = await read.discography(ann as ArtistId, ['album', 'single'], 0);
    const { rows, album, items } = await read.album(albums[0]?.id as AlbumId);
    expect(albums.map(({ title }) => title)).toContain(album.title);
    expect(Object.keys(items)).toEqual(rows);
    expect((await read.albumTracks(album.id, 0)).rows).toEqual(rows);
    expect((await read.track(track('a'))).item.uri).toBe(uri('a'));
    expect((await read.search('track:Rain', 0)).rows.map((row) => row.uri)).toContain(uri('a'));
  });
});

test('shows a relinked track under the id that Spotify shows', async () => {
  const { read } = await opened();
  expect((await read.track(track('s'))).item.uri).toBe(uri('t'));
});

test('tells contents that are withheld from an empty playlist', async () => {
  const { read } = await opened(
    world('', {
      playlists: [
        { id: list, owner: 'owner', rows: [] },
        { id: id('theirs'), owner: 'other', rows: [{ uri: uri('a') }] },
      ],
    }),
  );
  expect((await read.playlist(playlistId)).page?.rows).toEqual([]);
  expect((await read.playlist(id('theirs') as PlaylistId)).page).toBeNull();
});

test('asks for no more than there can be', async () => {
  const { read } = await opened();
  expect((await read.search('nothing like it', 990)).next).toBeNull();
});

test('names nothing that was not asked for in a refusal', async () => {
  const { read } = await opened();
  expect(await refusal(read.playlist(id('nowhere') as PlaylistId))).toMatchObject({
    code: 'spotify/not-found',
    facts: { request: `GET /playlists/${id('nowhere')}` },
  });
});
