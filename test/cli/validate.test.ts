import { rule } from '../scenarios/stage/world.ts';
import { test } from './on-disk.ts';

test('validate says every mistake of every file at once', async ({ repository, expect }) => {
  const { setlist } = await repository({
    'playlists/fine.yaml': rule('Fine', 'a'),
    'playlists/keys.yaml': `${rule('Keys', 'a')}tak: 3\nwhere:\n  - durration: 3\n`,
    'playlists/yaml.yaml': 'name: [\n',
    'playlists/values.yaml': 'name: Values\nfrom:\n  - rule: fien\n  - file: lists/nwo.csv\ntake: none\n',
    'playlists/lists/now.csv': 'uri\nnonsense\n',
  });
  const { exit, out, err } = await setlist('validate');
  expect({ exit, out }).toEqual({ exit: 3, out: expect.stringMatching(/^\d+ mistakes in playlists\/\n$/) });
  expect(err).toMatchSnapshot();
  // The same mistakes stop every other command before anything is sent.
  expect(await setlist('plan', '--offline')).toEqual({ exit: 3, out: '', err });
});

test('validate is content with a portfolio of nothing', async ({ repository, expect }) => {
  const { setlist } = await repository({});
  expect(await setlist('validate')).toEqual({
    exit: 0,
    out: 'Scenarios: 0 rules and 0 lists, nothing wrong\n',
    err: '',
  });
});
