import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rule, setlistYaml, smallWorld } from '../scenarios/stage/world.ts';
import { subjects, test } from './stage.ts';

const files = { 'playlists/night.yaml': rule('Night', 'abc'), 'playlists/day.yaml': rule('Day', 'de') };
const mutation = 'POST /graphql';

test('somebody commits while a night is planned: it is planned anew, nothing is lost', async ({ open, expect }) => {
  const stage = await open({ world: smallWorld(''), files });
  const happens = () => {
    const tree = stage.bare(['rev-parse', 'main^{tree}']);
    const commit = stage.bare(['commit-tree', tree, '-p', 'main', '-m', 'Between']);
    stage.bare(['update-ref', 'refs/heads/main', commit]);
  };
  stage.github.befall({ on: mutation, how: { kind: 'meanwhile', happens } });
  const { exit, outputs } = await stage.step({ command: 'sync' });
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 0, code: '0' });
  expect(subjects(stage).filter((one) => one.includes('Between'))).toHaveLength(1);
  expect(subjects(stage).length).toBeGreaterThan(3);
  // The lease is held over both tries.
  const leased = stage.github.log.filter((one) => /^(?:POST|PATCH|DELETE) .*\/refs/.test(one));
  expect(leased.map((one) => one.replace(/ .*\/refs/, ' refs'))).toEqual([
    'POST refs 201',
    'DELETE refs/setlist/lease/main 204',
  ]);
  const requests = stage.requests().filter((one) => !one.includes('/api/token'));
  expect(requests.filter((one) => one.startsWith('POST /me/playlists'))).toHaveLength(2);
  // What was read before it was begun anew counts too: quotas are of all that was sent.
  const end = JSON.parse(stage.bare(['show', 'main:reports/owner/runs/2026-11.jsonl']).split('\n').at(-1) ?? '') as {
    readonly requests: Readonly<Record<string, number>>;
  };
  expect(Object.values(end.requests).reduce((sum, many) => sum + many, 0)).toBe(requests.length);
  expect(stage.github.strangers).toEqual([]);
});

test('the apps are others in what is committed than in the checkout: the leases are theirs', async ({
  open,
  expect,
}) => {
  const stage = await open({ world: smallWorld(''), files });
  const begun = stage.clone(['rev-parse', 'HEAD']);
  await writeFile(join(stage.folder, 'playlists/setlist.yaml'), setlistYaml.replace('main:', 'other:'));
  stage.clone(['commit', '--quiet', '--all', '--message', 'Another app']);
  stage.clone(['push', '--quiet', 'origin', 'main']);
  stage.clone(['reset', '--quiet', '--hard', begun]);
  expect((await stage.step({ command: 'sync' })).exit).toBe(0);
  const taken = stage.github.log.filter((one) => one.startsWith('DELETE'));
  expect(taken.map((one) => one.replace(/.*lease\//, '')).sort()).toEqual(['main 204', 'other 204']);
  expect(stage.bare(['for-each-ref', 'refs/setlist'])).toBe('');
  expect(stage.github.strangers).toEqual([]);
});

test('a lease that cannot be given back keeps no other; what was done is committed', async ({ open, expect }) => {
  const two = setlistYaml.replace(
    'apply: on',
    '  second: { client_id: "abcdef0123456789abcdef0123456789", accounts: { label: {} } }\napply: on',
  );
  const account = 'account: owner\n';
  const stage = await open({
    world: smallWorld(''),
    files: { 'playlists/setlist.yaml': two, 'playlists/night.yaml': rule('Night', 'abc', account) },
  });
  const release = 'DELETE /repos/nightbird/setlist/git/refs/setlist/lease/main';
  stage.github.befall({ on: release, how: { kind: 'answer', status: 403, json: { message: 'No' } } });
  const { exit, log, err } = await stage.step({ command: 'sync' });
  expect(exit).toBe(1);
  expect(`${log}${err}`).toContain('give back the lease');
  expect(stage.bare(['for-each-ref', '--format=%(refname)', 'refs/setlist'])).toBe('refs/setlist/lease/main');
  expect(subjects(stage).length).toBeGreaterThan(2);
});

test('a job whose checkout is older than what another job did since: it begins with what is committed now', async ({
  open,
  expect,
}) => {
  const stage = await open({ world: smallWorld(''), files });
  const audit = () => stage.bare(['show', 'main:reports/owner/audit/2026-11.jsonl']);
  const begun = stage.clone(['rev-parse', 'HEAD']);
  expect((await stage.step({ command: 'sync' })).exit).toBe(0);
  const told = audit();
  stage.clone(['fetch', '--quiet', 'origin', 'main']);
  for (const old of ['FETCH_HEAD~1', begun]) {
    stage.clone(['reset', '--quiet', '--hard', old]);
    stage.clone(['clean', '--quiet', '-fd']);
    const { exit, err, outputs } = await stage.step({ command: 'sync' });
    expect({ exit, err, code: outputs['exit'] }).toEqual({ exit: 0, err: '', code: '0' });
  }
  expect(audit()).toBe(told);
  expect(stage.requests().filter((one) => one.startsWith('POST /me/playlists'))).toHaveLength(2);
  expect(stage.github.strangers).toEqual([]);
});
