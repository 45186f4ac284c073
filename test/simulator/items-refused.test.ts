import { expect, test } from 'vitest';
import { here, id, items, list, said, uris, world } from './here.ts';

test.each([
  ['of a stranger', '403 Forbidden', { owner: 'other' }],
  ['as a collaborator', '201', { owner: 'other', public: false, collaborative: true, collaborators: ['owner'] }],
  ["of Spotify's own", '404 Resource not found', { owner: 'spotify' }],
])('adds to a list %s: %s', async (_, answer, playlist) => {
  const { ask } = await here(world('a', {}, playlist));
  expect(said(await ask('POST', items, { uris: uris('b') }))).toBe(answer);
});

test.each([
  ['a body that is no JSON', '{', {}, '400 Error parsing JSON.'],
  ['a body that is no object', '[]', {}, '400 Error parsing JSON.'],
  ['another content type', '{}', { 'content-type': 'text/plain' }, '400 Unsupported content type'],
  ['a wrong type inside', '{"uris":[],"position":"0"}', {}, '400 Invalid position'],
])('refuses %s', async (_, body, headers, answer) => {
  const { ask } = await here();
  expect(said(await ask('POST', items, body, headers))).toBe(answer);
});

test.each([
  ['an id that is none', `/playlists/${list}0/items`, '400 Invalid base62 id'],
  ['an id that names nothing', `/playlists/${id('none')}/items`, '404 Resource not found'],
])('refuses %s', async (_, path, answer) => {
  const { ask } = await here();
  expect(said(await ask('POST', path, { uris: uris('a') }))).toBe(answer);
});
