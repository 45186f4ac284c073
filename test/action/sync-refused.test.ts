import { rule, setlistYaml, smallWorld } from '../scenarios/stage/world.ts';
import { commandsIn } from './runner.ts';
import { type Stage, subjects, test } from './stage.ts';

const files = { 'playlists/night.yaml': rule('Night', 'abc'), 'playlists/day.yaml': rule('Day', 'de') };

/** Somebody else is at work for that app. */
function holdLease({ bare }: Stage, app: string): void {
  const tree = bare(['rev-parse', 'main^{tree}']);
  const holder = JSON.stringify({ owner: 'laptop', run: '2026-11-22', untilMs: 4e12 });
  bare(['update-ref', `refs/setlist/lease/${app}`, bare(['commit-tree', tree, '-m', holder])]);
}

test('another run at work is a warning, and nothing is sent', async ({ open, expect }) => {
  const stage = await open({ world: smallWorld(''), files });
  holdLease(stage, 'main');
  const { exit, log, outputs } = await stage.step({ command: 'sync' });
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 0, code: '12' });
  expect(commandsIn(log).filter(({ name }) => name === 'warning')).toHaveLength(1);
  expect(stage.requests()).toEqual([]);
  expect(subjects(stage)).toHaveLength(1);
});

test('a job for one account waits for no run of another app', async ({ open, expect }) => {
  const other = 'other: { client_id: "abcdef0123456789abcdef0123456789", accounts: { label: {} } }';
  const yaml = setlistYaml.replace('apply: on', `  ${other}\napply: on`);
  const night = rule('Night', 'abc', 'account: owner\n');
  const stage = await open({
    world: smallWorld(''),
    files: { 'playlists/setlist.yaml': yaml, 'playlists/night.yaml': night },
  });
  holdLease(stage, 'other');
  const all = await stage.step({ command: 'sync' });
  expect(all.outputs['exit']).toBe('12');
  const { outputs, log } = await stage.step({ command: 'sync', account: 'owner' });
  expect(outputs['exit'], log).toBe('0');
  expect(stage.github.log.filter((one) => one.includes('lease/other'))).toHaveLength(1);
  expect(stage.bare(['for-each-ref', '--format=%(refname)', 'refs/setlist'])).toBe('refs/setlist/lease/other');
});

test('a token that may only read is red before Spotify is asked', async ({ open, expect }) => {
  const stage = await open({ world: smallWorld(''), files });
  const json = { message: 'Resource not accessible by integration' };
  stage.github.befall({ on: 'POST /repos/nightbird/setlist/git/', how: { kind: 'answer', status: 403, json } });
  const { exit, log, outputs } = await stage.step({ command: 'sync' });
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 1, code: '11' });
  expect(log).toContain('[machine/github-permission]');
  expect(stage.requests()).toEqual([]);
});

test('yes: false and an account that is not there', async ({ open, expect }) => {
  const stage = await open({ world: smallWorld(''), files });
  const unknown = await stage.step({ command: 'sync', account: 'nobody' });
  expect([unknown.exit, unknown.outputs['exit']]).toEqual([1, '2']);
  const dry = await stage.step({ command: 'sync', account: 'owner', yes: 'false' });
  expect(dry.outputs['changed']).toBe('false');
  expect(stage.requests().filter((one) => /^(?:PUT|DELETE)|POST \/(?!api)/.test(one))).toEqual([]);
});

test.for([
  ['a tag', { GITHUB_REF: 'refs/tags/v1' }],
  ['no repository', { GITHUB_REPOSITORY: undefined }],
] as const)('%s is no place to commit to', async ([, env], { open, expect }) => {
  const stage = await open({ world: smallWorld(''), files });
  const { exit, outputs } = await stage.step({ command: 'sync' }, env);
  expect([exit, outputs['exit'], stage.requests()]).toEqual([1, '2', []]);
});
