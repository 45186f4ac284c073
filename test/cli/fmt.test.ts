import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashesBelow } from '../scenarios/stage/tree.ts';
import { rule, uri } from '../scenarios/stage/world.ts';
import { test } from './on-disk.ts';

const messy = `take: 3
# What we like
from:
    - tracks: [ "https://open.spotify.com/track/${uri('a').slice(14)}?si=1" ]
name:   Messy
`;

test('fmt says what it would do, does it once, and then has nothing to do', async ({ repository, expect }) => {
  const { folder, setlist } = await repository({
    'playlists/messy.yaml': messy,
    'playlists/label/fine.yaml': 'name: Fine\nfrom:\n  - liked\n',
    'playlists/lists/left-alone.yaml': '-   a:  1\n',
  });
  const before = await hashesBelow(folder);
  expect(await setlist('fmt', '--check')).toEqual({
    exit: 10,
    out: '1 file to be formatted\n  playlists/messy.yaml\n',
    err: '',
  });
  expect(await hashesBelow(folder)).toEqual(before);
  expect(await setlist('fmt')).toEqual({ exit: 0, out: '1 file formatted\n  playlists/messy.yaml\n', err: '' });
  expect(await readFile(join(folder, 'playlists/messy.yaml'), 'utf8')).toMatchInlineSnapshot(`
    "name: Messy
    # What we like
    from:
      - tracks: [spotify:track:a000000000000000000000]
    take: 3
    "
  `);
  const formatted = await hashesBelow(folder);
  expect(await setlist('fmt', '--check')).toEqual({ exit: 0, out: 'Nothing to format\n', err: '' });
  expect(await setlist('fmt', '--quiet')).toEqual({ exit: 0, out: '', err: '' });
  expect(await hashesBelow(folder)).toEqual(formatted);
});

test('fmt leaves a broken file as it is, for validate to tell', async ({ repository, expect }) => {
  const { folder, setlist } = await repository({
    'playlists/broken.yaml': 'name: [\n',
    'playlists/fine.yaml': rule('Fine', 'a'),
  });
  const { exit, out, err } = await setlist('fmt');
  expect(await readFile(join(folder, 'playlists/broken.yaml'), 'utf8')).toBe('name: [\n');
  expect({ exit, out, err }).toMatchInlineSnapshot(`
    {
      "err": "playlists/broken.yaml:2:1: Cannot read YAML: the indentation does not fit the lines above [rules/not-yaml]
      2 | 
        | ^
      fix: Align it with the lines that it belongs to
    ",
      "exit": 3,
      "out": "Nothing to format
    ",
    }
  `);
});
