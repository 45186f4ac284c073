import { expect, test } from 'vitest';
import { here, list, said, world } from './here.ts';
import { catalogue } from './some-catalogue.ts';

const file = world('', catalogue);
type Page = { items: { id: string; name: string }[]; total: number; next: string | null };

const ids = async (query: string, type = 'track'): Promise<string> => {
  const { ask } = await here(file);
  const answer = await ask('GET', `/search?${new URLSearchParams({ q: query, type, limit: '10' })}`);
  const { items } = (answer.body as Record<string, Page>)[`${type}s`] as Page;
  return items
    .map((found) => found.id[0])
    .sort()
    .join('');
};

test.each<[query: string, type: string, found: string]>([
  ['rain', 'track', 'ab'],
  ['RAIN night', 'track', 'a'],
  ['rain astrom', 'track', 'ab'],
  ['夜の雨', 'track', 'f'],
  ['nothing such', 'track', ''],
  ['artist:guest', 'track', 'f'],
  ['artist:"ann åström" track:rain', 'track', 'ab'],
  ['album:A', 'track', 'at'],
  ['album:"Album A"', 'album', 'A'],
  ['isrc:qzaaa2600001', 'track', 'a'],
  ['isrc:QZAAA2600001', 'album', ''],
  ['upc:123', 'album', 'A'],
  ['upc:123', 'track', ''],
  ['year:2024-2025', 'album', 'BD'],
  ['year:2019', 'album', 'C'],
  ['year:2026', 'track', 'at'],
  ['genre:jazz', 'artist', 'A'],
  ['genre:jazz', 'album', ''],
  ['tag:new', 'album', 'A'],
  ['tag:new', 'track', ''],
  ['tag:hipster', 'album', 'A'],
  ['guest', 'artist', 'G'],
])('finds for %s as %s: %s', async (query, type, found) => {
  expect(await ids(query, type)).toBe(found);
});

test.each([
  ['q=&type=track', '400 No search query'],
  ['q=a', '400 Missing parameter type'],
  ['q=a&type=song', '400 Bad search type field song'],
  ['q=a&type=track&limit=11', '400 Invalid limit'],
  ['q=a&type=track&offset=1001', '400 Invalid offset'],
  ['q=a&type=track&limit=10&offset=991', '400 Invalid offset'],
])('refuses to search %s', async (query, answer) => {
  const { ask } = await here(file);
  expect(said(await ask('GET', `/search?${query}`))).toBe(answer);
});

test('gives five results of each kind when not told, with pages that fit together', async () => {
  const { ask } = await here(world());
  const page = async (query: string) =>
    ((await ask('GET', `/search?q=song&type=track,album&${query}`)).body as { tracks: Page }).tracks;
  const [first, second] = [await page(''), await page('offset=5')];
  expect([first.items.length, first.total]).toEqual([5, 25]);
  expect(new Set([...first.items, ...second.items].map((track) => track.id)).size).toBe(10);
});

test('orders equally good results anew every day', async () => {
  const { ask, sleep, signIn } = await here(world());
  const order = async () =>
    ((await ask('GET', '/search?q=song&type=track&limit=10')).body as { tracks: Page }).tracks.items.map(
      (track) => track.id,
    );
  const first = await order();
  await sleep(3000);
  expect(await order()).toEqual(first);
  await sleep(86_400);
  await signIn();
  expect(await order()).not.toEqual(first);
});

test('finds lists that are public', async () => {
  const { ask } = await here(file);
  expect((await ask('GET', '/search?q=list&type=playlist')).body).toMatchObject({
    playlists: { items: [{ id: list }] },
  });
});
