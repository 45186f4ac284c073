import { expect, test } from 'vitest';
import { allScopes, found, here, id, list, owner, said, world } from './here.ts';

const path = `/playlists/${list}`;
const description = async (ask: Awaited<ReturnType<typeof here>>['ask']): Promise<unknown> =>
  ((await ask('GET', path)).body as { description: unknown }).description;

test.each<[sentence: string, body: object, answer: string]>([
  ['takes a name', { name: 'New' }, '200'],
  ['takes a name of 200', { name: 'n'.repeat(200) }, '200'],
  ['falls over a name of 201', { name: 'n'.repeat(201) }, '500 Internal server error'],
  ['refuses an empty name', { name: '' }, '400 Attribute name is empty'],
  ['refuses an empty description', { description: '' }, '400 Attribute description is empty'],
  ['takes a description of 300', { description: 'd'.repeat(300) }, '200'],
  ['falls over a description of 301', { description: 'd'.repeat(301) }, '500 Internal server error'],
  ['refuses a line end in a description', { description: 'a\nb' }, '400 Bad request'],
  ['refuses HTML in a description', { description: 'so <b>loud</b>' }, '500 Internal server error'],
  ['takes what only looks like it', { description: 'I <3 you > me' }, '200'],
  ['refuses an address in a description', { description: 'see https://example.com' }, '400 Bad request'],
  [
    'refuses what is both public and collaborative',
    { public: true, collaborative: true },
    '400 Collaborative playlists can only be private.',
  ],
  ['refuses to change nothing', {}, '400 No attributes to change'],
  ['refuses a name that is no text', { name: 7 }, '400 Invalid name'],
])('%s', async (_, body, answer) => {
  const { ask } = await here();
  expect(said(await ask('PUT', path, body))).toBe(answer);
});

test('changes nothing when one part is refused', async () => {
  const { ask, list: there } = await here();
  await ask('PUT', path, { name: 'New', description: '' });
  expect(there.name).toBe('List');
});

test.each([
  ['never', '<b> & "x"'],
  ['always', '&lt;b&gt; &amp; &quot;x&quot;'],
])('reads a description back with HTML escaped, a name %s', async (namesEscaped, name) => {
  const { ask } = await here({ ...world(), settings: { namesEscaped } });
  await ask('PUT', path, { name: `<b> & "x"`, description: `<3 & "x" 'y' a/b` });
  expect((await ask('GET', path)).body).toMatchObject({
    name,
    description: '&lt;3 &amp; &quot;x&quot; &#x27;y&#x27; a&#x2F;b',
  });
});

test('reads some names back with HTML escaped, always the same ones', async () => {
  const { ask } = await here({ ...world(), settings: { namesEscaped: 'some' } });
  for (let at = 0; at < 20; at++) await ask('POST', '/me/playlists', { name: '<' });
  const names = async () => ((await ask('GET', '/me/playlists')).body as Listed).items.map((entry) => entry?.name);
  expect(new Set((await names()).slice(0, 20))).toEqual(new Set(['<', '&lt;']));
  expect(await names()).toEqual(await names());
});

test.each([null, 'null'])('reads a missing description back as %j', async (text) => {
  const { ask } = await here(world('', {}, { description: text }));
  expect(await description(ask)).toBe(text);
});

test('makes of a missing description now null and now the text "null"', async () => {
  const { ask } = await here();
  const made = Array.from({ length: 12 }, async () => (await ask('POST', '/me/playlists', { name: 'x' })).body);
  const told = (await Promise.all(made)).map((body) => (body as { description: unknown }).description);
  expect(new Set(told)).toEqual(new Set([null, 'null']));
});

test.each([
  ['never', { public: false }, false],
  ['never', {}, true],
  ['always', { public: false }, true],
] as const)('creates, when public sticks %s, of %j a list with public %j', async (publicSticks, wish, there) => {
  const { ask, world } = await here({ ...start, settings: { publicSticks } });
  const { status, body } = await ask('POST', '/me/playlists', { name: 'x', ...wish });
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'x', public: there, items: { total: 0, items: [] }, images: null });
  expect(world.users.get('owner')?.playlists[0]).toBe((body as { id: string }).id);
});
const start = world();

test('accepts an update of a public that is stuck, and ignores it', async () => {
  const { ask, list: there } = await here(world('', {}, { publicIsStuck: true }));
  expect((await ask('PUT', path, { public: false })).status).toBe(200);
  expect(there.public).toBe(true);
});

test.each([
  [{}, '400 Missing required field: name'],
  [{ name: '' }, '400 Attribute name is empty'],
  [{ name: 'x', description: '' }, '400 Attribute description is empty'],
  [{ name: 'x', collaborative: true }, '400 Collaborative playlists can only be private.'],
])('refuses to create %j', async (body, answer) => {
  const { ask } = await here();
  expect(said(await ask('POST', '/me/playlists', body))).toBe(answer);
});

test('creates two lists of one name', async () => {
  const { ask } = await here();
  const [one, other] = [
    await ask('POST', '/me/playlists', { name: 'x' }),
    await ask('POST', '/me/playlists', { name: 'x' }),
  ];
  expect((one.body as { id: string }).id).not.toBe((other.body as { id: string }).id);
});

const shared = { owner: 'other', public: false, collaborative: true, collaborators: ['owner'] };

test('lets only the owner change details', async () => {
  const { ask } = await here(world('', {}, shared));
  expect(said(await ask('PUT', path, { name: 'Mine' }))).toBe('403 Forbidden');
});

const jpeg = `/9j/${'A'.repeat(400)}`;
test.each<[sentence: string, body: string, type: string, answer: string]>([
  ['takes a cover', jpeg, 'image/jpeg', '202'],
  ['refuses a cover beyond 256 KB', `/9j/${'A'.repeat(256 * 1024)}`, 'image/jpeg', '413 Image exceeds maximum size'],
  ['refuses a data address', `data:image/jpeg;base64,${jpeg}`, 'image/jpeg', '400 Invalid image'],
  ['refuses a line end', `${jpeg}\n`, 'image/jpeg', '400 Invalid image'],
  ['refuses another type', jpeg, 'image/png', '400 Unsupported content type'],
])('%s', async (_, body, type, answer) => {
  const { ask } = await here();
  expect(said(await ask('PUT', `${path}/images`, body, { 'content-type': type }))).toBe(answer);
});

type Listed = {
  items: ({ id: string; snapshot_id: string; name?: string; items: { total: number } } | null)[];
  total: number;
};

test('lists own and followed lists, with nulls among them', async () => {
  const { ask, world: there } = await here(world('abc'));
  found(there.users.get('owner')).playlists.push(null, id('gone'));
  const { body } = await ask('GET', '/me/playlists');
  const listed = body as Listed;
  expect(listed.items.map((entry) => entry?.id ?? null)).toEqual([list, null, null]);
  expect(listed.items[0]?.items.total).toBe(3);
  expect(listed.total).toBe(3);
});

test.each([
  ["Spotify's own list", { owner: 'spotify' }, allScopes],
  [
    'a shared list without the scope for it',
    shared,
    allScopes.filter((scope) => scope !== 'playlist-read-collaborative'),
  ],
])('lists null for %s', async (_, playlist, scopes) => {
  const { ask } = await here(world('', { users: [owner({ playlists: [list] }, scopes)] }, playlist));
  expect((await ask('GET', '/me/playlists')).body).toMatchObject({ items: [null], total: 1 });
});

test('tells of some lists the wrong public', async () => {
  const playlists = Array.from({ length: 20 }, (_, at) => ({ id: id(`list${at}x`), owner: 'owner', name: 'List' }));
  const { ask } = await here(world('', { playlists, users: [owner({}, ['playlist-read-private'])] }));
  const { items } = (await ask('GET', '/me/playlists')).body as { items: { public: boolean }[] };
  expect(new Set(items.map((entry) => entry.public))).toEqual(new Set([true, false]));
});

test('lists some without name and uri', async () => {
  const { ask } = await here(world('', {}, { nameless: true }));
  const [entry] = ((await ask('GET', '/me/playlists')).body as Listed).items;
  expect(entry).not.toHaveProperty('name');
  expect(entry).not.toHaveProperty('uri');
});
