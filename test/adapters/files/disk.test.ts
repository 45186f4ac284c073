import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { disk } from '../../../src/adapters/files/disk.ts';
import { refusal } from '../opened.ts';

async function folder() {
  const outside = await mkdtemp(join(tmpdir(), 'setlist-disk-'));
  onTestFinished(() => rm(outside, { recursive: true }));
  const root = join(outside, 'repository');
  await mkdir(root);
  await writeFile(join(outside, 'secret.txt'), 'secret');
  return { root, outside, files: disk(root) };
}

test('reads what was written, and nothing where nothing is', async () => {
  const { files } = await folder();
  await files.write('reports/studio/a.json', 'old');
  await files.write('reports/studio/a.json', 'new ♫');
  expect(await files.read('reports/studio/a.json')).toBe('new ♫');
  expect(await files.readBytes('reports/studio/a.json')).toEqual(Buffer.from('new ♫'));
  expect(await files.read('reports/none.json')).toBeUndefined();
  expect(await files.read('reports/studio/a.json/b')).toBeUndefined();
});

test('lists all files below a folder, sorted, and none where there is no folder', async () => {
  const { files } = await folder();
  for (const path of ['b/c.yaml', 'b/a.yaml', 'b/d/a.yaml', 'a.yaml']) await files.write(path, '');
  expect(await files.list('b')).toEqual(['b/a.yaml', 'b/c.yaml', 'b/d/a.yaml']);
  expect(await files.list('.')).toEqual(['a.yaml', 'b/a.yaml', 'b/c.yaml', 'b/d/a.yaml']);
  expect(await files.list('nowhere')).toEqual([]);
});

test('lists and reads a link to a file of the repository', async () => {
  const { files, root } = await folder();
  await files.write('lists/a.yaml', 'a');
  await symlink('a.yaml', join(root, 'lists', 'b.yaml'));
  expect(await files.list('lists')).toEqual(['lists/a.yaml', 'lists/b.yaml']);
  expect(await files.read('lists/b.yaml')).toBe('a');
});

test.each(['../secret.txt', 'a/../../secret.txt', '/etc/hostname'])(
  'refuses what leaves the folder: %s',
  async (path) => {
    const { files } = await folder();
    const reason = 'it lies outside the repository';
    for (const run of [() => files.read(path), () => files.write(path, 'x'), () => files.list(path)])
      expect(await refusal(run())).toMatchObject({ code: 'machine/file', facts: { path, reason } });
  },
);

test('refuses links that lead outside, to read and to write', async () => {
  const { files, root, outside } = await folder();
  await symlink(join(outside, 'secret.txt'), join(root, 'link.txt'));
  await symlink(outside, join(root, 'out'));
  const reason = 'it links to outside the repository';
  // One after the other: a rejection that nobody awaits yet would end the run.
  const tries = [() => files.read('link.txt'), () => files.read('out/secret.txt'), () => files.write('out/new/x', 'x')];
  for (const run of tries) expect(await refusal(run())).toMatchObject({ facts: { reason } });
  expect(await readdir(outside)).toEqual(['repository', 'secret.txt']);
});

test('puts a file in place of a link instead of writing through it', async () => {
  const { files, root, outside } = await folder();
  await symlink(join(outside, 'secret.txt'), join(root, 'link.txt'));
  await files.write('link.txt', 'ours');
  expect(await readFile(join(outside, 'secret.txt'), 'utf8')).toBe('secret');
});

test('leaves the old text and no half file when writing fails', async () => {
  const { files, root } = await folder();
  await files.write('a/b', 'old');
  await mkdir(join(root, 'a', 'taken'));
  expect(await refusal(files.write('a/taken', 'x'))).toMatchObject({
    facts: { path: 'a/taken', reason: 'it is a folder' },
  });
  expect((await readdir(join(root, 'a'))).sort()).toEqual(['b', 'taken']);
});

test.skipIf(process.getuid?.() === 0)('says what the disk refuses', async () => {
  const { files, root } = await folder();
  await files.write('a/b', 'old');
  await chmod(join(root, 'a'), 0o500);
  expect(await refusal(files.write('a/c', 'x'))).toMatchObject({ facts: { reason: 'permission is denied' } });
  await chmod(join(root, 'a'), 0o700);
});

test('names a file, not the place of the repository', async () => {
  const { files, root } = await folder();
  await files.write('a', '');
  expect(JSON.stringify(await refusal(files.write('a/b', 'x')))).not.toContain(root);
});

test('never mixes two texts that are written at once', async () => {
  const { files, root } = await folder();
  const texts = ['a', 'b', 'c', 'd'].map((letter, index) => letter.repeat(200_000 * (index + 1)));
  await Promise.all(texts.map((text) => files.write('x/y', text)));
  expect(texts).toContain(await files.read('x/y'));
  expect(await readdir(join(root, 'x'))).toEqual(['y']);
});

test.each([
  ['a name that is too long', 'n'.repeat(300), /^the system says ENAMETOOLONG$/],
  ['links in a circle', 'circle/a', /circle/],
])('words a refusal without the place of the repository: %s', async (_, path, reason) => {
  const { files, root } = await folder();
  await symlink('circle', join(root, 'circle'));
  for (const ask of [() => files.read(path), () => files.write(path, '')]) {
    const said = await refusal(ask());
    expect(said).toMatchObject({ code: 'machine/file', facts: { path, reason: expect.stringMatching(reason) } });
    expect(JSON.stringify(said)).not.toContain(root);
  }
});
