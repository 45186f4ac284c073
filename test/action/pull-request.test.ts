import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeTree } from '../scenarios/stage/tree.ts';
import { control, rule } from '../scenarios/stage/world.ts';
import { commandsIn } from './runner.ts';
import { type Stage, test } from './stage.ts';

const files = { 'playlists/night.yaml': rule('List', 'abc') };
const event = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REF: 'refs/pull/7/merge',
  SETLIST_TOKEN_OWNER: undefined,
  SETLIST_SPOTIFY_API_URL: undefined,
  SETLIST_SPOTIFY_AUTH_URL: undefined,
};

/** What a checkout of `refs/pull/7/merge` with a depth of two leaves: the merge, and its two parents without theirs. */
async function pullRequest(
  { clone, bare, folder }: Stage,
  texts: Readonly<Record<string, string>>,
  remove: readonly string[] = [],
) {
  clone(['checkout', '--quiet', '-b', 'topic']);
  await writeTree(folder, texts);
  for (const path of remove) clone(['rm', '--quiet', path]);
  clone(['add', '--all']);
  clone(['commit', '--quiet', '--allow-empty', '--message', 'Change rules']);
  // Meanwhile a night wrote to the base: that is not the pull request's doing.
  clone(['checkout', '--quiet', 'main']);
  await writeTree(folder, { 'reports/README.md': 'A night\n' });
  clone(['add', '--all']);
  clone(['commit', '--quiet', '--message', 'Night']);
  clone(['push', '--quiet', 'origin', 'main']);
  clone(['checkout', '--quiet', '--detach']);
  clone(['merge', '--quiet', '--no-ff', '--message', 'Merge', 'topic']);
  clone(['push', '--quiet', 'origin', 'HEAD:refs/pull/7/merge']);
  rmSync(join(folder, '.git'), { recursive: true });
  clone(['init', '--quiet']);
  clone([
    'fetch',
    '--quiet',
    '--no-tags',
    '--depth=2',
    `file://${bare(['rev-parse', '--absolute-git-dir'])}`,
    'refs/pull/7/merge',
  ]);
  clone(['checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD']);
}

test('a plan for the next night from rules and ledger alone: nobody is asked, nothing is secret', async ({
  open,
  expect,
}) => {
  const stage = await open({ files });
  await stage.step({ command: 'sync' });
  stage.clone(['fetch', '--quiet', 'origin', 'main']);
  stage.clone(['reset', '--quiet', '--hard', 'FETCH_HEAD']);
  const asked = stage.github.log.length;
  stage.requests();
  await pullRequest(stage, { 'playlists/night.yaml': rule('List', 'cab') });
  const { exit, log, err, summary, outputs } = await stage.step({ command: 'plan', token: '' }, event);
  expect({ exit, err, code: outputs['exit'] }).toEqual({ exit: 0, err: '', code: '10' });
  expect({ log, summary }).toMatchSnapshot();
  expect([stage.requests(), stage.github.log.slice(asked)]).toEqual([[], []]);
});

test.for<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['adds to reports', { 'reports/owner/audit/2026-11.jsonl': '{}\n' }, []],
  ['changes reports', control('night', undefined, 'first'), []],
  ['takes from reports', {}, ['reports/owner/control.json']],
  ['puts a file in place of reports', { 'reports/owner/::error::x\n.md': 'x' }, []],
])('a pull request that %s fails with a word on what to do', async ([, texts, remove], { open, expect }) => {
  const stage = await open({ files: { ...files, ...control('night') } });
  await pullRequest(stage, texts, remove);
  const { exit, log, summary, outputs } = await stage.step({ command: 'plan' }, event);
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 1, code: '3' });
  expect(log).toContain('[ledger/touched]');
  expect(summary).toContain('ledger/touched');
  expect(commandsIn(log).filter(({ name }) => name === 'error')).toHaveLength(2);
  expect(stage.requests()).toEqual([]);
});

test('a checkout that does not show the base is refused, not taken for a clean one', async ({ open, expect }) => {
  const stage = await open({ files });
  const { exit, log, outputs } = await stage.step({ command: 'plan' }, event);
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 1, code: '11' });
  expect(log).toContain('[machine/checkout]');
});
