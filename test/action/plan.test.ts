import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { control, rule, smallWorld } from '../scenarios/stage/world.ts';
import { commandsIn } from './runner.ts';
import { test } from './stage.ts';

const files = { 'playlists/night.yaml': rule('Night', 'abc') };

test('validate is green and asks nobody', async ({ open, expect }) => {
  const { step, github, requests } = await open({ files });
  const { exit, log, err, summary, outputs } = await step({ command: 'validate' });
  expect({ exit, err, outputs }).toEqual({
    exit: 0,
    err: '',
    outputs: { changed: 'false', plan: '', rotated: '', exit: '0' },
  });
  expect({ log, summary }).toMatchSnapshot();
  expect([github.log, requests()]).toEqual([[], []]);
});

test('wrong rules are red, on their lines, the first eight; all stand in the summary', async ({ open, expect }) => {
  const many = Array.from({ length: 12 }, (_, index) => [
    `playlists/r${index}.yaml`,
    `name: R${index}\nfrom:\n  - liked\ntak: 3\n`,
  ]);
  const { step } = await open({ files: Object.fromEntries(many) });
  const { exit, log, summary, outputs } = await step({ command: 'validate' });
  expect({ exit, outputs }).toEqual({ exit: 1, outputs: { changed: 'false', plan: '', rotated: '', exit: '3' } });
  const told = commandsIn(log).filter(({ name }) => name === 'error');
  expect(told).toHaveLength(9);
  expect(told[0]?.properties).toMatch(/^title=rules\/[a-z-]+,file=playlists\/r0.yaml,line=\d+,col=\d+,endColumn=\d+$/);
  expect(told.at(-1)).toEqual({ name: 'error', properties: '', data: told[0]?.data });
  expect(summary.match(/playlists\/r\d+.yaml:4:1/g)).toHaveLength(12);
  expect({ log, summary }).toMatchSnapshot();
});

test('a plan by hand reads Spotify, shows what leaves, and leaves a file', async ({ open, expect }) => {
  const { step, github, requests } = await open({
    world: smallWorld('abcd'),
    files: { 'playlists/night.yaml': rule('List', 'xabc'), ...control('night') },
  });
  const { exit, log, err, summary, outputs } = await step({ command: 'plan' });
  expect({ exit, err, outputs }).toEqual({
    exit: 0,
    err: '',
    outputs: { changed: 'true', plan: '<temp>/setlist-plan.json', rotated: '', exit: '10' },
  });
  expect({ log, summary, requests: requests() }).toMatchSnapshot();
  // Whether a run is at work.
  expect(github.log).toEqual(['GET /repos/nightbird/setlist/git/ref/setlist/lease/main 404']);
});

test('a plan while a run is at work on GitHub is a warning, and nothing is sent', async ({ open, expect }) => {
  const { step, bare, requests } = await open({ files });
  const holder = JSON.stringify({ owner: 'schedule', run: '2026-11-22', untilMs: 4e12 });
  bare([
    'update-ref',
    'refs/setlist/lease/main',
    bare(['commit-tree', bare(['rev-parse', 'main^{tree}']), '-m', holder]),
  ]);
  const { exit, log, outputs } = await step({ command: 'plan' });
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 0, code: '12' });
  expect(commandsIn(log).filter(({ name }) => name === 'warning')).toHaveLength(1);
  expect(requests()).toEqual([]);
});

test.for<[string, Record<string, string>, string]>([
  ['an unknown command', { command: 'nonsense' }, 'usage/bad-input'],
  ['no yes and no no', { command: 'sync', yes: 'perhaps' }, 'usage/bad-input'],
])('%s is red', async ([, inputs, code], { open, expect }) => {
  const { step, github, requests } = await open({ files });
  const { exit, log, outputs } = await step(inputs);
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 1, code: '2' });
  expect(log).toContain(`[${code}]`);
  expect([github.log, requests()]).toEqual([[], []]);
});

test('nobody signed in is red, and names the account', async ({ open, expect }) => {
  const { step } = await open({ files: { ...files, ...control('night') } });
  const { exit, log, outputs } = await step({ command: 'plan' }, { SETLIST_TOKEN_OWNER: undefined });
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 1, code: '9' });
  expect(log).toContain('[spotify/no-token]');
});

test('what a guard holds back is a warning on its rule, and no failure', async ({ open, expect }) => {
  const { step } = await open({
    world: smallWorld('abcdefghijklmnopqrst'),
    files: { 'playlists/night.yaml': rule('List', 'a'), ...control('night') },
  });
  const { exit, log, outputs } = await step({ command: 'plan' });
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 0, code: '4' });
  const warnings = commandsIn(log).filter(({ name }) => name === 'warning');
  expect(warnings.map(({ properties }) => properties)).toMatchInlineSnapshot(`
    [
      "title=plan/too-many-removals,file=playlists/night.yaml,line=1,col=1,endColumn=1",
    ]
  `);
});

test('outside of a job that has a summary, none is written', async ({ open, expect }) => {
  const { step } = await open({ files });
  expect(await step({ command: 'validate' }, { GITHUB_STEP_SUMMARY: undefined })).toMatchObject({
    exit: 0,
    summary: '',
  });
});

test('a summary of a whole label stays below what GitHub takes', async ({ open, expect }) => {
  const { step, folder } = await open({ files: {} });
  mkdirSync(join(folder, 'playlists', 'label'));
  for (let index = 0; index < 3000; index += 1)
    writeFileSync(
      join(folder, 'playlists', 'label', `${index}.yaml`),
      `name: ${'Long name '.repeat(20)}${index}\nfrom: liked\ntak: 3\n`,
    );
  const { exit, summary, log } = await step({ command: 'validate' });
  expect(exit).toBe(1);
  const bytes = Buffer.byteLength(summary);
  expect(bytes).toBeGreaterThan(800_000);
  expect(bytes).toBeLessThan(1024 * 1024);
  expect(summary.trimEnd().split('\n').at(-1)).toMatch(/^The rest is too long/);
  expect(log).toContain('playlists/label/2999.yaml');
});
