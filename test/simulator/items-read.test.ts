import { expect, test } from 'vitest';
import { here, id, items, list, said, uri, world } from './here.ts';

type Page = {
  items: { item: { uri: string; type: string; is_playable: boolean } | null; is_local: boolean }[];
  next: string | null;
  total: number;
  limit: number;
};
const page = (body: unknown): Page => body as Page;

test.each([
  ['20 rows when not told', items, 20],
  ['50 rows at most', `${items}?limit=50`, 50],
  ['the rows that are left', `${items}?limit=50&offset=110`, 10],
  ['nothing behind the end', `${items}?offset=500`, 0],
])('gives %s', async (_, path, count) => {
  const { ask } = await here(world('a'.repeat(120)));
  const { body } = await ask('GET', path);
  expect(page(body).items.length).toBe(count);
  expect(page(body).total).toBe(120);
});

test.each([
  ['limit=51', '400 Invalid limit'],
  ['limit=0', '400 Invalid limit'],
  ['limit=ten', '400 Invalid limit'],
  ['offset=-1', '400 Invalid offset'],
])('refuses %s', async (query, answer) => {
  const { ask } = await here(world('a'));
  expect(said(await ask('GET', `${items}?${query}`))).toBe(answer);
});

test('leads from page to page', async () => {
  const { ask, simulator } = await here(world('a'.repeat(60)));
  const first = page((await ask('GET', `${items}?limit=50`)).body);
  expect(first.next).toBe(`${simulator.apiUrl}${items}?limit=50&offset=50`);
  expect(page((await ask('GET', `${items}?limit=50&offset=50`)).body).next).toBeNull();
});

test('embeds the first 100 rows, with a next that /items refuses', async () => {
  const { ask, simulator } = await here(world('a'.repeat(120)));
  const { body } = await ask('GET', `/playlists/${list}`);
  const { items: embedded } = body as { items: Page };
  expect(embedded.items.length).toBe(100);
  const next = embedded.next?.replace(simulator.apiUrl, '') ?? '';
  expect(said(await ask('GET', next))).toBe('400 Invalid limit');
});

test('keeps every kind of row in its place', async () => {
  const { ask, world: there } = await here(world('aL-xsu'));
  there.playlists
    .get(list)
    ?.rows.push({ uri: `spotify:episode:${id('talk')}`, addedAt: '2020-01-01T00:00:00Z', addedBy: null });
  const { body } = await ask('GET', `${items}?additional_types=track,episode`);
  expect(page(body).items.map(({ item }) => item?.uri ?? null)).toEqual([
    uri('a'),
    'spotify:local:Someone:Demos:Tape+1:214',
    null,
    null,
    uri('t'),
    uri('u'),
    `spotify:episode:${id('talk')}`,
  ]);
  expect(page(body).items.map(({ is_local }) => is_local)).toEqual([false, true, false, false, false, false, false]);
  expect(page(body).items.map(({ item }) => item?.is_playable ?? null)).toEqual([
    true,
    true,
    null,
    null,
    true,
    false,
    true,
  ]);
});

test('dresses episodes as tracks for who does not ask for them', async () => {
  const { ask, list: there } = await here();
  there.rows.push({ uri: `spotify:episode:${id('talk')}`, addedAt: '2020-01-01T00:00:00Z', addedBy: null });
  const type = async (query: string) => page((await ask('GET', `${items}${query}`)).body).items[0]?.item?.type;
  expect(await type('')).toBe('track');
  expect(await type('?additional_types=episode')).toBe('episode');
});

test('shows no removed field of a track', async () => {
  const { ask } = await here(world('s'));
  const { body } = await ask('GET', items);
  const [row] = page(body).items;
  expect(row).not.toHaveProperty('track');
  expect(Object.keys(row?.item ?? {}).sort()).toEqual(
    [
      'album artists disc_number duration_ms episode explicit external_ids external_urls href id is_local is_playable',
      'name preview_url track track_number type uri',
    ]
      .join(' ')
      .split(' '),
  );
  expect(row?.item).toHaveProperty('track', true);
});

test.each([
  ['items of a stranger', items, { owner: 'other' }, '403 Forbidden'],
  ["items of Spotify's own", items, { owner: 'spotify' }, '404 Resource not found'],
  ["Spotify's own list", `/playlists/${list}`, { owner: 'spotify' }, '404 Resource not found'],
  ['an unknown list', `/playlists/${id('none')}`, {}, '404 Resource not found'],
])('refuses %s', async (_, path, playlist, answer) => {
  const { ask } = await here(world('a', {}, playlist));
  expect(said(await ask('GET', path))).toBe(answer);
});

test('gives strangers the head without items', async () => {
  const { ask } = await here(world('a', {}, { owner: 'other', followers: 7 }));
  const { status, body } = await ask('GET', `/playlists/${list}`);
  expect(status).toBe(200);
  expect(body).not.toHaveProperty('items');
  expect(body).toMatchObject({ name: 'List', followers: { total: 7 } });
});

test.each<[fields: string, left: unknown]>([
  ['total', { total: 1 }],
  ['items(track(uri))', { items: [{}] }],
  ['items(added_at,track(uri))', { items: [{ added_at: '2020-01-01T00:00:00Z' }] }],
  ['items(item(uri))', { items: [{ item: { uri: uri('a') } }] }],
  ['items.item.name,total', { items: [{ item: { name: 'Song a' } }], total: 1 }],
  ['items(item(name,artists(name)))', { items: [{ item: { name: 'Song a', artists: [{ name: 'Ann & Bo' }] } }] }],
  ['items(item.name,item.type)', { items: [{ item: { name: 'Song a', type: 'track' } }] }],
  [
    'items(is_local,item(album(!artists,images,href,id,uri,external_urls,release_date,release_date_precision)))',
    { items: [{ is_local: false, item: { album: { album_type: null, name: '', type: 'album' } } }] },
  ],
  ['!href,items,next,previous,offset', { limit: 20, total: 1 }],
  ['nothing', {}],
])('leaves of a page by fields=%s what is asked for', async (fields, left) => {
  const { ask } = await here(world('a'));
  expect((await ask('GET', `${items}?fields=${encodeURIComponent(fields)}`)).body).toEqual(left);
});

test.each(['items(', 'items)', 'a,,b', 'items(item)x', '(a)'])('refuses fields=%s', async (fields) => {
  const { ask } = await here(world('a'));
  expect(said(await ask('GET', `${items}?fields=${encodeURIComponent(fields)}`))).toBe('400 Invalid fields');
});
