import { describe, expect, test } from 'vitest';
import { found, id, list, uri, uris, world } from './here.ts';
import { officialClient } from './official-client.ts';
import { everything } from './openapi/everything.ts';
import { ann, guest } from './some-catalogue.ts';

const extended = { apps: [{ id: 'app', pace: null, dialect: 'extended' }] };
const ids = (listed: readonly { readonly id: string }[]): string[] => listed.map((one) => one.id);

describe("Spotify's own client, which knows the extended dialect", () => {
  test('reads a playlist, page by page', async () => {
    const { api } = await officialClient(world('abcde', extended));
    const playlist = await api.playlists.getPlaylist(list);
    expect(playlist).toMatchObject({ id: list, name: 'List', owner: { id: 'owner' }, tracks: { total: 5 } });
    expect(playlist.tracks.items.map(({ track }) => track.uri)).toEqual(uris('abcde'));
    const first = await api.playlists.getPlaylistItems(list, undefined, undefined, 2);
    const second = await api.playlists.getPlaylistItems(list, undefined, undefined, 2, 2);
    const third = await api.playlists.getPlaylistItems(list, undefined, 'next,items(track(uri))', 2, 4);
    const pages = [first, second, third].map(({ items }) => items.map(({ track }) => track.uri));
    expect(pages).toEqual([uris('ab'), uris('cd'), uris('e')]);
    expect([first, second, third].map(({ next }) => next === null)).toEqual([false, false, true]);
  });

  test('adds, moves, removes and replaces rows', async () => {
    const { api, rows } = await officialClient(world('ab', extended));
    await api.playlists.addItemsToPlaylist(list, uris('cd'));
    await api.playlists.addItemsToPlaylist(list, uris('e'), 0);
    expect(rows()).toBe('eabcd');
    const { snapshot_id: moved } = await api.playlists.movePlaylistItems(list, 3, 2, 0);
    expect(rows()).toBe('cdeab');
    await api.playlists.removeItemsFromPlaylist(list, { tracks: [{ uri: uri('e') }], snapshot_id: moved });
    expect(rows()).toBe('cdab');
    await api.playlists.updatePlaylistItems(list, { uris: uris('za') });
    expect(rows()).toBe('za');
  });

  test('creates a playlist, changes and lists it, and gives it a cover', async () => {
    const { api, world: there } = await officialClient(world('', extended));
    const made = await api.playlists.createPlaylist('owner', { name: 'New', description: 'x', public: false });
    expect(made).toMatchObject({ name: 'New', public: false, tracks: { total: 0, items: [] } });
    await api.playlists.changePlaylistDetails(made.id, { name: 'Newer', description: 'y' });
    expect(found(there.playlists.get(made.id))).toMatchObject({ name: 'Newer', description: 'y' });
    await api.playlists.addCustomPlaylistCoverImageFromBase64String(made.id, '/9j/4AAQ');
    expect(await api.playlists.getPlaylistCoverImage(made.id)).toMatchObject([
      { url: expect.stringContaining('https') },
    ]);
    expect(ids((await api.playlists.getUsersPlaylists('owner')).items)).toContain(made.id);
    expect(ids((await api.currentUser.playlists.playlists(50)).items)).toContain(made.id);
  });

  test('follows and leaves playlists', async () => {
    const { api } = await officialClient();
    const following = () => api.currentUser.playlists.isFollowing(list, ['owner']);
    expect(await following()).toEqual([true]);
    await api.currentUser.playlists.unfollow(list);
    expect(await following()).toEqual([false]);
    await api.currentUser.playlists.follow(list);
    expect(await following()).toEqual([true]);
  });

  test('saves and forgets tracks, albums and shows', async () => {
    const { api } = await officialClient();
    const { tracks, albums, shows } = api.currentUser;
    await tracks.saveTracks([id('b'), id('c')]);
    expect(await tracks.hasSavedTracks([id('b'), id('d')])).toEqual([true, false]);
    expect((await tracks.savedTracks(2)).items.map(({ track }) => track.id)).toEqual([id('c'), id('b')]);
    await tracks.removeSavedTracks([id('b')]);
    expect(await tracks.hasSavedTracks([id('b'), id('c')])).toEqual([false, true]);
    await albums.saveAlbums([id('B')]);
    expect(await albums.hasSavedAlbums([id('B')])).toEqual([true]);
    const [saved] = (await albums.savedAlbums(1)).items;
    expect(found(saved).album.tracks.items.map(({ name }) => name)).toEqual(['Rain']);
    await albums.removeSavedAlbums([id('B')]);
    expect(await albums.hasSavedAlbums([id('B')])).toEqual([false]);
    await shows.saveShows([id('show')]);
    expect(await shows.hasSavedShow([id('show')])).toEqual([true]);
  });

  test('knows its user, whom it follows and what it hears', async () => {
    const { api } = await officialClient();
    const { currentUser } = api;
    expect(await currentUser.profile()).toMatchObject({ id: 'owner', country: 'DE', product: 'premium' });
    expect(await api.users.profile('other')).toMatchObject({ id: 'other', type: 'user' });
    expect(ids((await currentUser.followedArtists(undefined, 1)).artists.items)).toEqual([ann]);
    expect(ids((await currentUser.followedArtists(ann)).artists.items)).toEqual([guest]);
    await currentUser.unfollowArtistsOrUsers([guest], 'artist');
    expect(await currentUser.followsArtistsOrUsers([ann, guest], 'artist')).toEqual([true, false]);
    await currentUser.followArtistsOrUsers([guest], 'artist');
    expect(await currentUser.followsArtistsOrUsers([guest], 'artist')).toEqual([true]);
    expect(ids((await currentUser.topItems('tracks', 'short_term')).items)).toEqual([id('a'), id('b')]);
    const played = await api.player.getRecentlyPlayedTracks(1);
    expect(played.items.map(({ track }) => track.id)).toEqual([id('a')]);
  });

  test('searches', async () => {
    const { api } = await officialClient();
    const both = await api.search('rain', ['track', 'playlist'], undefined, 50);
    expect(both.tracks.items.map(({ name }) => name)).toContain('Rain at Night');
    expect(both.playlists.items).toMatchObject([{ name: 'Rain', tracks: { total: 1 } }]);
    const second = await api.search('rain', ['track'], undefined, 1, 1);
    expect(ids(second.tracks.items)).toEqual([both.tracks.items[1]?.id]);
    const { artists } = await api.search('artist:"Ann Åström"', ['artist']);
    expect(artists.items).toMatchObject([{ id: ann, genres: ['jazz'], followers: { href: null } }]);
  });

  test('reads artists, albums, tracks and shows, one and many', async () => {
    const { api } = await officialClient();
    expect(await api.artists.get(ann)).toMatchObject({ name: 'Ann Åström', popularity: expect.any(Number) });
    expect(ids(await api.artists.get([ann, guest]))).toEqual([ann, guest]);
    const { items } = await api.artists.albums(ann, 'single', undefined, 50);
    expect(items.map(({ id: album, album_group: group }) => [album, group])).toEqual([
      [id('D'), 'single'],
      [id('B'), 'single'],
    ]);
    expect(ids((await api.artists.topTracks(ann, 'DE')).tracks)).toEqual([...'atbf'].map(id));
    expect(await api.albums.get(id('A'))).toMatchObject({ label: 'Ann Åström', external_ids: { upc: '123' } });
    expect(ids(await api.albums.get([id('A'), id('B')]))).toEqual([id('A'), id('B')]);
    const rest = await api.albums.tracks(id('A'), undefined, 1, 1);
    expect(rest).toMatchObject({ total: 2, next: null, items: [{ id: id('t') }] });
    expect(await api.tracks.get(id('a'))).toMatchObject({ external_ids: { isrc: 'QZAAA2600001' }, explicit: true });
    expect(ids(await api.tracks.get([id('a'), id('b')]))).toEqual([id('a'), id('b')]);
    expect((await api.shows.get(id('show'), 'DE')).episodes.items).toMatchObject([{ name: 'Talk 1' }]);
    expect(await api.episodes.get(id('talk'), 'DE')).toMatchObject({ show: { id: id('show') } });
  });
});

describe('it is told', () => {
  test('that its token is too old', async () => {
    const { api, sleep } = await officialClient();
    await sleep(3601);
    await expect(api.currentUser.profile()).rejects.toThrow('Bad or expired token');
  });

  test('that something is not allowed, and in which words', async () => {
    const { api } = await officialClient();
    const body = '{"error":{"status":403,"message":"Forbidden"}}';
    await expect(api.playlists.addItemsToPlaylist(id('shared'), uris('a'))).rejects.toThrow(`Body: ${body}`);
  });

  test('that it asks too often', async () => {
    const pace = { requests: 2, seconds: 30 };
    const { api } = await officialClient(world('', { apps: [{ id: 'app', pace, dialect: 'extended' }] }));
    await api.currentUser.profile();
    await api.currentUser.profile();
    await expect(api.currentUser.profile()).rejects.toThrow('The app has exceeded its rate limits.');
  });

  test('by an app in development, that what it knows was removed', async () => {
    const { api } = await officialClient(everything('development'));
    await expect(api.playlists.getPlaylistItems(list)).rejects.toThrow('"message":"Forbidden"');
    await expect(api.currentUser.tracks.saveTracks([id('a')])).rejects.toThrow('"message":"Forbidden"');
    expect(await api.currentUser.profile()).toMatchObject({ id: 'owner' });
  });
});
