import { mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSlate } from '../../../src/adapters/git/slate.ts';
import type { AccountName } from '../../../src/domain/ids.ts';
import type { Used } from '../../../src/domain/quota.ts';
import { atMs, env, folder, type Here, repository } from './repository.ts';

const ann = 'ann' as AccountName;
const hourMs = 3_600_000;
const at = (nowMs: number) => ({ clock: { now: () => nowMs }, simulated: false });
const second = (nowMs: number): number => Math.floor(nowMs / 1000);
const sent = (nowMs: number, closed: Used['closed'] = {}) =>
  new Map([[ann, { times: { library: [second(nowMs)] }, closed }]]);

const slate = ({ root }: Pick<Here, 'root'>, nowMs = atMs) => openSlate(root, env, at(nowMs));
const kept = (here: Here): readonly string[] => readdirSync(join(here.root, '.git/setlist/sent'));
const read = async (here: Pick<Here, 'root'>, nowMs = atMs) =>
  ((await slate(here, nowMs).read()).get(ann) ?? []).flatMap(({ times }) => times.library ?? []);

test('keeps what was sent outside of the work tree, for every work tree and every process', async () => {
  const here = repository();
  const other = join(folder(), 'other');
  here.sh('worktree', 'add', '--quiet', other, '-b', 'other');
  await Promise.all([slate(here).add(sent(atMs)), slate({ root: other }).add(sent(atMs))]);
  expect(await read(here)).toEqual([second(atMs), second(atMs)]);
  expect(await read({ root: other })).toHaveLength(2);
  expect(here.sh('status', '--porcelain')).toBe('');
});

test('forgets it after 24 hours, but for a bucket that is closed longer', async () => {
  const here = repository();
  await slate(here).add(sent(atMs));
  await slate(here).add(sent(atMs, { search: new Date(atMs + 30 * hourMs).toISOString() }));
  expect(await read(here, atMs + 23 * hourMs)).toHaveLength(2);
  expect(await read(here, atMs + 25 * hourMs)).toHaveLength(1);
  await slate(here, atMs + 31 * hourMs).add(sent(atMs + 31 * hourMs));
  expect(kept(here)).toHaveLength(1);
});

test('makes nothing of what is broken or half-written, and takes it away when it is old', async () => {
  const here = repository();
  await slate(here).add(sent(atMs));
  here.put('.git/setlist/sent/cut.json', '{"version":1,"simulated":false,"sent":{"ann":{"ti');
  here.put('.git/setlist/sent/other.json', '{"version":1,"simulated":false,"sent":{"ann":{"times":{"library":"1"}}}}');
  here.put('.git/setlist/sent/begun.json.part', '');
  expect(await read(here)).toHaveLength(1);
  for (const name of kept(here)) utimesSync(join(here.root, '.git/setlist/sent', name), 0, 0);
  await slate(here).add(sent(atMs));
  expect(kept(here)).toHaveLength(2);
});

test('believes no note of a clock that was days ahead, nor any of another Spotify', async () => {
  const here = repository();
  await slate(here).add(sent(atMs + 40 * hourMs));
  await openSlate(here.root, env, { ...at(atMs), simulated: true }).add(sent(atMs));
  expect(await read(here)).toEqual([]);
  expect(await openSlate(here.root, env, { ...at(atMs), simulated: true }).read()).toEqual(
    new Map([[ann, [sent(atMs).get(ann)]]]),
  );
});

test('keeps nothing where there is no git, or no room for it', async () => {
  const root = folder();
  await slate({ root }).add(sent(atMs));
  expect(await slate({ root }).read()).toEqual(new Map());
  const here = repository();
  here.put('.git/setlist/sent', 'a file');
  await slate(here).add(sent(atMs));
  expect(await read(here)).toEqual([]);
});

test('outlives what killed runs left', async () => {
  const here = repository();
  await slate(here).add(sent(atMs));
  mkdirSync(join(here.root, '.git/setlist/left'));
  for (const name of ['sent', 'left']) utimesSync(join(here.root, '.git/setlist', name), 0, 0);
  await here.git.check();
  expect(readdirSync(join(here.root, '.git/setlist'))).toEqual(['sent']);
  rmSync(join(here.root, '.git/setlist'), { recursive: true });
  expect(await read(here)).toEqual([]);
});
