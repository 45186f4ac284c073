import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { program } from '../scenarios/stage/run.ts';
import { hashesBelow } from '../scenarios/stage/tree.ts';
import { rule } from '../scenarios/stage/world.ts';
import { test } from './on-disk.ts';

test.concurrent.for<[readonly string[]]>([
  [['plann']],
  [['plan', '--al']],
  [['plan', '--out']],
  [['plan', 'more', 'words']],
  [['why', 'night']],
  [[]],
])('%j is wrong usage, and nothing is done', async ([args], { repository, expect }) => {
  const { folder, setlist } = await repository({ 'playlists/night.yaml': rule('Night', 'a') });
  const before = await hashesBelow(folder);
  const { exit, out, err } = await setlist(...args);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatchSnapshot();
  expect(await hashesBelow(folder)).toEqual(before);
});

test('help is no mistake', async ({ repository, expect }) => {
  const { setlist } = await repository({});
  expect(await setlist('--help')).toMatchObject({ exit: 0, err: '' });
  expect(await setlist('help', 'plan')).toMatchObject({ exit: 0, err: '' });
});

test('who reads may have seen enough', async ({ repository, expect }) => {
  const { folder: cwd } = await repository({});
  // Fails when any of the two does.
  const script = 'set -o pipefail; "$0" "$1" help plan | true';
  const ended = await promisify(execFile)('bash', ['-c', script, process.execPath, program], { cwd });
  expect(ended).toEqual({ stdout: '', stderr: '' });
});

test('wrong usage is a document with --json', async ({ repository, expect }) => {
  const { setlist } = await repository({});
  const { exit, out } = await setlist('plan', '--al', '--json');
  expect(JSON.parse(out)).toEqual({
    version: 1,
    command: 'plan',
    exit,
    problems: [{ code: 'usage/wrong', facts: { reason: expect.stringMatching(/^unknown option '--al'/) } }],
  });
});
