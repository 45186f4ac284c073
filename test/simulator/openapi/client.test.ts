import { describe, expect, test } from 'vitest';
import { remoteClock } from '../../../src/adapters/clock/remote-clock.ts';
import { Gate } from '../../../src/adapters/spotify/gate.ts';
import { openSpotify } from '../../../src/adapters/spotify/open.ts';
import { pacer } from '../../../src/adapters/spotify/pace.ts';
import type { AddableUri, AlbumId, ArtistId } from '../../../src/domain/ids.ts';
import type { RowKey } from '../../../src/domain/playlist.ts';
import type { ReadSpotify, WriteSpotify } from '../../../src/ports.ts';
import { playlistId, studio, track } from '../../adapters/opened.ts';
import { plenty } from '../../build/requests.ts';
import { id } from '../here.ts';
import { ann } from '../some-catalogue.ts';
import { listenedTo } from './asked.ts';
import { comparer, type Dialect } from './compare.ts';
import { hasSpec, why } from './document.ts';
import { nameOf } from './exchange.ts';
import { excused, unexcused } from './excused.ts';

const artist = ann as ArtistId;
const album = id('A') as AlbumId;
const uris: readonly AddableUri[] = [track('a'), track('b')];
const keys = uris as readonly string[] as readonly RowKey[];

/** Each function of the port, with everything that can be asked of it. The compiler misses what is not here. */
const reading: { readonly [K in keyof ReadSpotify]: (read: ReadSpotify) => Promise<unknown>[] } = {
  me: (read) => [read.me()],
  listing: (read) => [read.listing(0), read.listing(2)],
  playlist: (read) => [read.playlist(playlistId)],
  rows: (read) => [read.rows(playlistId, 0), read.rows(playlistId, 2)],
  liked: (read) => [read.liked(0), read.liked(1)],
  top: (read) => [read.top('short'), read.top('medium'), read.top('long')],
  search: (read) => [read.search('artist:"Ann" year:2020-2026', 0), read.search('rain', 990)],
  followed: (read) => [read.followed(null), read.followed(artist)],
  discography: (read) => [
    read.discography(artist, ['album', 'single', 'appears_on', 'compilation'], 0),
    read.discography(artist, ['single'], 1),
  ],
  album: (read) => [read.album(album)],
  albumTracks: (read) => [read.albumTracks(album, 0), read.albumTracks(album, 1)],
  track: (read) => [read.track(track('a')), read.track(track('s'))],
};

const writing: { readonly [K in keyof WriteSpotify]: (write: WriteSpotify) => Promise<unknown>[] } = {
  create: (write) => [write.create({ name: 'New', description: 'x', public: false })],
  change: (write) => [
    write.change(playlistId, { name: 'Other', description: 'y', public: true }),
    write.change(playlistId, { public: false }),
  ],
  write: (write) => [
    write.write(playlistId, { kind: 'add', uris, position: 0 }),
    write.write(playlistId, { kind: 'move', start: 0, length: 1, before: 2 }),
    write.write(playlistId, { kind: 'remove', uris: keys }),
    write.write(playlistId, { kind: 'replace', uris }),
    write.write(playlistId, { kind: 'replace', uris: [] }),
  ],
};

/** The client, with someone listening to what it sends. */
async function spokenTo(dialect: Dialect) {
  const { simulator, apiUrl, exchanges } = await listenedTo(dialect);
  const clock = await remoteClock(simulator.clockUrl);
  const { read, write } = openSpotify({
    apiUrl,
    authUrl: simulator.authUrl,
    app: 'main',
    clientId: 'app',
    account: studio,
    secret: () => ({ v: 1, refresh_token: 'refresh', authorized_at: '2026-11-01T00:00:00Z' }),
    clock,
    pace: pacer(100, clock),
    gate: new Gate({ clock, budget: plenty }),
    random: () => 0,
  });
  return { read, write, exchanges };
}

describe.skipIf(!hasSpec)(`Spotify's own document and our client${why}`, () => {
  test.each(['development', 'extended'] as const)('agree in the %s dialect', async (dialect) => {
    const { read, write, exchanges } = await spokenTo(dialect);
    const asked = [
      ...Object.values(reading).flatMap((ask) => ask(read)),
      ...Object.values(writing).flatMap((ask) => ask(write)),
    ];
    await Promise.all(asked);
    expect(exchanges.length).toBe(asked.length);
    expect(exchanges.filter(({ status }) => status >= 400).map(nameOf)).toEqual([]);
    expect(unexcused(exchanges, comparer(dialect), excused(dialect))).toEqual([]);
  });
});
