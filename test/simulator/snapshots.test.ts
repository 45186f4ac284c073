import { expect, test } from 'vitest';
import { here, items, list, said, uris, world } from './here.ts';

const path = `/playlists/${list}`;
const jpeg = `/9j/${'A'.repeat(400)}`;

type Listed = { items: { snapshot_id: string }[] };

test.each([
  ['POST', items, { uris: uris('a') }],
  ['PUT', items, { range_start: 0, insert_before: 2 }],
  ['DELETE', items, { items: [{ uri: uris('a')[0] }] }],
  ['PUT', path, { name: 'New' }],
  ['PUT', `${path}/images`, jpeg],
])('shows after %s %s the old snapshot, then an unknown one, then the new one', async (method, to, body) => {
  const { ask, sleep } = await here(world('ab'));
  const shown = async () => ((await ask('GET', path)).body as { snapshot_id: string }).snapshot_id;
  const before = await shown();
  const type = to.endsWith('images') ? { 'content-type': 'image/jpeg' } : {};
  const answer = (await ask(method, to, body, type)).body as { snapshot_id?: string } | undefined;
  expect(await shown()).toBe(before);
  await sleep(12);
  const between = await shown();
  await sleep(12);
  expect(await shown()).toBe(between);
  await sleep(6);
  const after = await shown();
  expect(new Set([before, between, after]).size).toBe(3);
  if (answer?.snapshot_id !== undefined) expect(after).toBe(answer.snapshot_id);
  const [entry] = ((await ask('GET', '/me/playlists')).body as Listed).items;
  expect(entry?.snapshot_id).toBe(after);
});

test('rejects no write for an old snapshot, only for one that is none', async () => {
  const { ask, rows } = await here(world('abc'));
  const { snapshot_id: old } = (await ask('PUT', items, { range_start: 2, insert_before: 0 })).body as {
    snapshot_id: string;
  };
  await ask('DELETE', items, { items: [{ uri: uris('a')[0] }] });
  const move = { range_start: 1, insert_before: 0, snapshot_id: old };
  expect((await ask('PUT', items, move)).status).toBe(200);
  expect(rows()).toBe('bc');
  expect(said(await ask('PUT', items, { ...move, snapshot_id: 'old' }))).toBe('400 Invalid snapshot_id');
});

test('keeps the snapshot of a write that changed nothing', async () => {
  const { ask } = await here(world('ab'));
  const { snapshot_id: before } = (await ask('GET', path)).body as { snapshot_id: string };
  expect((await ask('PUT', items, { range_start: 0, insert_before: 1 })).body).toEqual({ snapshot_id: before });
});
