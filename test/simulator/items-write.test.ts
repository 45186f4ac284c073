import { expect, test } from 'vitest';
import { here, id, items, list, local, said, uri, uris, world } from './here.ts';

const many = (count: number) => Array.from({ length: count }, () => uri('a'));
const del = (...texts: string[]) => ({ items: texts.map((text) => ({ uri: text })) });

test.each<[sentence: string, before: string, method: string, body: unknown, answer: string, after: string]>([
  ['adds at the end', 'ab', 'POST', { uris: uris('cd') }, '201', 'abcd'],
  ['adds at a position', 'ab', 'POST', { uris: uris('cd'), position: 1 }, '201', 'acdb'],
  ['adds what is there already once more', 'ab', 'POST', { uris: uris('a') }, '201', 'aba'],
  [
    'refuses a position beyond the end',
    'ab',
    'POST',
    { uris: uris('c'), position: 3 },
    '400 Index out of bounds.',
    'ab',
  ],
  [
    'refuses a position before the start',
    'ab',
    'POST',
    { uris: uris('c'), position: -1 },
    '400 Index out of bounds.',
    'ab',
  ],
  ['refuses to add nothing', 'ab', 'POST', { uris: [] }, '400 No uris provided', 'ab'],
  ['refuses to add without uris', 'ab', 'POST', {}, '400 No uris provided', 'ab'],
  ['adds 100', '', 'POST', { uris: many(100) }, '201', 'a'.repeat(100)],
  ['refuses to add 101', '', 'POST', { uris: many(101) }, '400 You can add a maximum of 100 tracks per request.', ''],
  ['refuses a text that is no URI', 'a', 'POST', { uris: ['b'] }, '400 Invalid track uri: b', 'a'],
  [
    'refuses an album',
    'a',
    'POST',
    { uris: [`spotify:album:${id('b')}`] },
    `400 Invalid track uri: spotify:album:${id('b')}`,
    'a',
  ],
  ['refuses a local file', 'a', 'POST', { uris: [local] }, `400 Invalid track uri: ${local}`, 'a'],
  [
    'fails the whole batch for one dead track',
    'a',
    'POST',
    { uris: uris('bxc') },
    '502 Error while loading resource',
    'a',
  ],
  [
    'fails the whole batch for one unknown track',
    'a',
    'POST',
    { uris: uris('bXc') },
    '502 Error while loading resource',
    'a',
  ],
  ['adds what does not play here', 'a', 'POST', { uris: uris('u') }, '201', 'au'],
  ['stores what was sent, not what is shown', 'a', 'POST', { uris: uris('s') }, '201', 'as'],
  ['replaces everything', 'abL-', 'PUT', { uris: uris('cd') }, '200', 'cd'],
  ['replaces with nothing', 'ab', 'PUT', { uris: [] }, '200', ''],
  [
    'refuses to replace with 101',
    'ab',
    'PUT',
    { uris: many(101) },
    '400 You can add a maximum of 100 tracks per request.',
    'ab',
  ],
  ['fails a replace for one dead track', 'ab', 'PUT', { uris: uris('cx') }, '502 Error while loading resource', 'ab'],
  ['refuses a PUT that says nothing', 'ab', 'PUT', {}, '400 No uris provided', 'ab'],
  [
    'refuses to replace and move at once',
    'ab',
    'PUT',
    { uris: [], range_start: 0, insert_before: 2 },
    '400 Cannot replace and reorder in one request',
    'ab',
  ],
  ['moves one row up', 'abcd', 'PUT', { range_start: 2, insert_before: 0 }, '200', 'cabd'],
  [
    'moves a block down, counted before the move',
    'abcde',
    'PUT',
    { range_start: 0, range_length: 2, insert_before: 4 },
    '200',
    'cdabe',
  ],
  ['moves to the end', 'abc', 'PUT', { range_start: 0, insert_before: 3 }, '200', 'bca'],
  ['moves local and lost rows', 'aL-', 'PUT', { range_start: 1, range_length: 2, insert_before: 0 }, '200', 'L-a'],
  ['leaves a block that goes where it is', 'abc', 'PUT', { range_start: 1, insert_before: 2 }, '200', 'abc'],
  [
    'refuses to move from beyond the end',
    'abc',
    'PUT',
    { range_start: 3, insert_before: 0 },
    '400 Index out of bounds.',
    'abc',
  ],
  [
    'refuses to move more than there is',
    'abc',
    'PUT',
    { range_start: 1, range_length: 3, insert_before: 0 },
    '400 Index out of bounds.',
    'abc',
  ],
  [
    'refuses to move nothing',
    'abc',
    'PUT',
    { range_start: 1, range_length: 0, insert_before: 0 },
    '400 Index out of bounds.',
    'abc',
  ],
  [
    'refuses to move beyond the end',
    'abc',
    'PUT',
    { range_start: 0, insert_before: 4 },
    '400 Index out of bounds.',
    'abc',
  ],
  ['refuses to move nowhere', 'abc', 'PUT', { range_start: 0 }, '400 Missing required field: insert_before', 'abc'],
  ['removes every occurrence', 'abab', 'DELETE', del(uri('a')), '200', 'bb'],
  ['does not look at positions', 'abab', 'DELETE', { items: [{ uri: uri('a'), positions: [0] }] }, '200', 'bb'],
  ['removes nothing that is not there', 'ab', 'DELETE', del(uri('c')), '200', 'ab'],
  ['does not know the key tracks', 'ab', 'DELETE', { tracks: [{ uri: uri('a') }] }, '400 No uris provided', 'ab'],
  ['refuses to remove nothing', 'ab', 'DELETE', { items: [] }, '400 No uris provided', 'ab'],
  [
    'refuses to remove 101',
    'ab',
    'DELETE',
    del(...many(101)),
    '400 You can remove a maximum of 100 tracks per request.',
    'ab',
  ],
  ['cannot remove by the id that is shown', 'as', 'DELETE', del(uri('t')), '200', 'as'],
  ['removes by the id that was stored', 'as', 'DELETE', del(uri('s')), '200', 'a'],
  ['cannot remove a local file', 'aL', 'DELETE', del(local), '200', 'aL'],
  ['cannot remove what reads as null', 'ax', 'DELETE', del(uri('x')), '200', 'ax'],
  ['refuses to remove what is no URI', 'a', 'DELETE', del('a'), '400 Invalid track uri: a', 'a'],
])('%s', async (_, before, method, body, answer, after) => {
  const { ask, rows } = await here(world(before));
  expect(said(await ask(method, items, body))).toBe(answer);
  expect(rows()).toBe(after);
});

test('shows for a moment the rows before a write, to all who read', async () => {
  const { ask, sleep, world: there } = await here(world('a'));
  const shown = async (): Promise<unknown[]> => {
    const read = (await ask('GET', items)).body as { total: number; items: unknown[] };
    const listed = (await ask('GET', '/me/playlists')).body as { items: { items: { total: number } }[] };
    const whole = (await ask('GET', `/playlists/${list}`)).body as { items: { total: number } };
    return [read.total, read.items.length, listed.items[0]?.items.total, whole.items.total];
  };
  await ask('POST', items, { uris: uris('b') });
  await sleep(0.5);
  await ask('POST', items, { uris: uris('c') });
  await sleep(0.5);
  // What was shown goes on being shown until the last write is old enough.
  expect(await shown()).toEqual([1, 1, 1, 1]);
  await sleep(0.2);
  expect(await shown()).toEqual([3, 3, 3, 3]);
  there.settings.itemLagSeconds = 0;
  await ask('PUT', items, { uris: [] });
  expect(await shown()).toEqual([0, 0, 0, 0]);
});

test('ignores the body when the query has URIs', async () => {
  const { ask, rows } = await here(world('ab'));
  await ask('POST', `${items}?uris=${uri('c')}`, { uris: uris('d'), position: 0 });
  expect(rows()).toBe('abc');
  await ask('PUT', `${items}?uris=${uri('e')},${uri('f')}`, { range_start: 0, insert_before: 3 });
  expect(rows()).toBe('ef');
});

test('holds 10,000 rows and no more', async () => {
  const { ask, rows } = await here(world('a'.repeat(9_999)));
  expect((await ask('POST', items, { uris: uris('b') })).status).toBe(201);
  expect(said(await ask('POST', items, { uris: uris('b') }))).toBe('403 Playlist size limit reached');
  expect(rows().length).toBe(10_000);
});

test('dates new rows, keeps dates in a move, and loses them in a replace', async () => {
  const { ask, list: there, sleep } = await here(world('ab'));
  await sleep(60);
  await ask('POST', items, { uris: uris('c') });
  await ask('PUT', items, { range_start: 2, insert_before: 0 });
  expect(there.rows.map(({ addedAt, addedBy }) => [addedAt, addedBy])).toEqual([
    ['2026-11-22T03:01:00Z', 'owner'],
    ['2020-01-01T00:00:00Z', null],
    ['2020-01-01T00:00:00Z', null],
  ]);
  await ask('PUT', items, { uris: uris('a') });
  expect(there.rows[0]?.addedAt).toBe('2026-11-22T03:01:00Z');
});
