import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from './on-disk.ts';

test('writes the pages into a folder that it makes, before the first night too, and again the same', async ({
  repository,
}) => {
  const { folder, setlist } = await repository({});
  const pages = async (): Promise<string> => readFile(join(folder, 'out/site/index.html'), 'utf8');
  expect((await setlist('report', '--site', 'out/site')).exit).toBe(0);
  const first = await pages();
  expect(first).toContain('No playlists yet');
  const again = await setlist('report', '--site', 'out/site', '--json');
  expect(JSON.parse(again.out)).toMatchObject({
    exit: 0,
    site: 'out/site',
    files: ['404.html', 'icon.svg', 'index.html', 'sign-in.js', 'sign-in/index.html', 'style.css', 'table.js'],
  });
  expect(await pages()).toBe(first);
});

test('the sign-in page asks for each account what its rules need', async ({ repository }) => {
  const { folder, setlist } = await repository({
    'playlists/liked.yaml': 'name: Liked\nfrom:\n  - liked: { limit: 5 }\n',
  });
  const wrote = await setlist('report', '--site', 'out');
  expect([wrote.exit, wrote.err]).toEqual([0, '']);
  const rows = (await readFile(join(folder, 'out/sign-in/index.html'), 'utf8')).match(/<li data-account[^>]*>/g) ?? [];
  expect(rows.map((row) => /data-scopes="([^"]*)"/.exec(row)?.[1]?.split(' ').includes('user-library-read'))).toEqual([
    true,
  ]);
});

test('refuses a folder that cannot be made, and reports of a ledger that is not there', async ({ repository }) => {
  const { setlist } = await repository({ file: 'in the way' });
  const blocked = JSON.parse((await setlist('report', '--site', 'file/site', '--json')).out);
  expect(blocked.problems.map(({ code }: { code: string }) => code)).toEqual(['machine/file']);
  const none = JSON.parse((await setlist('report', '--json')).out);
  expect(none.problems.map(({ code }: { code: string }) => code)).toEqual(['ledger/none']);
});
