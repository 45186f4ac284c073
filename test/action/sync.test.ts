import { rule, setlistYaml, smallWorld } from '../scenarios/stage/world.ts';
import { type Stage, subjects, test } from './stage.ts';

const files = { 'playlists/night.yaml': rule('Night', 'abc'), 'playlists/day.yaml': rule('Day', 'de') };
const mutation = 'POST /graphql';

test('a night: lease, intent, writes, results, each commit through the API', async ({ open, expect }) => {
  const stage = await open({ world: smallWorld(''), files });
  const { exit, log, err, summary, outputs } = await stage.step({ command: 'sync' }, { GITHUB_EVENT_NAME: 'schedule' });
  expect({ exit, err, outputs }).toEqual({
    exit: 0,
    err: '',
    outputs: { changed: 'true', plan: '<temp>/setlist-plan.json', rotated: '', exit: '0' },
  });
  expect({
    log,
    summary,
    subjects: subjects(stage),
    github: stage.github.log,
    spotify: stage.requests(),
  }).toMatchSnapshot();
  expect(stage.github.strangers).toEqual([]);
  expect(stage.bare(['for-each-ref', 'refs/setlist'])).toBe('');
  const [intent, end] = stage
    .bare(['show', 'main:reports/owner/runs/2026-11.jsonl'])
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect([intent, end]).toMatchObject([
    { event: 'intent', trigger: 'schedule', actor: null },
    { event: 'end', trigger: 'schedule', actor: null, exit: 0 },
  ]);
});

test('later runs of the night, each from a fresh checkout, come to rest: the last leaves but its own record', async ({
  open,
  expect,
}) => {
  const stage = await open({ world: smallWorld(''), files });
  const checkout = () => {
    stage.clone(['fetch', '--quiet', 'origin', 'main']);
    stage.clone(['reset', '--quiet', '--hard', 'FETCH_HEAD']);
  };
  for (const _ of ['first', 'second']) {
    await stage.step({ command: 'sync' }, { GITHUB_EVENT_NAME: 'schedule' });
    checkout();
  }
  stage.requests();
  const before = stage.bare(['rev-parse', 'main']);
  const { exit, outputs } = await stage.step({ command: 'sync' }, { GITHUB_EVENT_NAME: 'schedule' });
  expect({ exit, changed: outputs['changed'], code: outputs['exit'] }).toEqual({
    exit: 0,
    changed: 'false',
    code: '0',
  });
  expect(stage.requests().filter((one) => /^(?:PUT|DELETE)|POST \/(?!api)/.test(one))).toEqual([]);
  expect(stage.bare(['diff', '--name-only', before, 'main'])).toBe('reports/owner/runs/2026-11.jsonl');
  expect(stage.github.strangers).toEqual([]);
});

test('a merge names who merged', async ({ open, expect }) => {
  const stage = await open({ world: smallWorld(''), files });
  await stage.step({ command: 'sync' }, { GITHUB_EVENT_NAME: 'push', GITHUB_ACTOR: 'curator' });
  const audit = stage.bare(['show', 'main:reports/owner/audit/2026-11.jsonl']).split('\n');
  expect(audit.map((line) => (JSON.parse(line) as { body: { who: object } }).body.who)).toEqual(
    audit.map(() => ({ by: 'setlist', trigger: 'merge', actor: 'curator' })),
  );
});

test.for(['before', 'after'] as const)(
  'every commit cut %s its effect, once each: the same history',
  { timeout: 120_000 },
  async (when, { open, expect }) => {
    const [smooth, rough] = [
      await open({ world: smallWorld(''), files }),
      await open({ world: smallWorld(''), files }),
    ];
    const commits = (stage: Stage) => stage.github.log.filter((one) => one === `${mutation} 200`).length;
    await smooth.step({ command: 'sync' });
    const many = commits(smooth);
    rough.github.befall(...Array.from({ length: many }, () => ({ on: mutation, how: { kind: 'cut', when } }) as const));
    const { exit } = await rough.step({ command: 'sync' });
    expect(exit).toBe(0);
    expect(subjects(rough)).toEqual(subjects(smooth));
    expect(rough.requests()).toEqual(smooth.requests());
    expect(rough.github.strangers).toEqual([]);
  },
);

test('a first night of many playlists is pushed with git, in commits as whole as the others', {
  timeout: 120_000,
}, async ({ open, expect }) => {
  const many = Array.from({ length: 52 }, (_, index) => [`playlists/p${index}.yaml`, rule(`P${index}`, 'a')]);
  const budget = 'budget: { playlist_reads: 2000, writes: 2000 }\n';
  const yaml = `${setlistYaml}limits: { creations: 100, requests: 2000 }\n${budget}`;
  const stage = await open({
    world: smallWorld(''),
    files: { 'playlists/setlist.yaml': yaml, ...Object.fromEntries(many) },
  });
  const { exit, log, outputs } = await stage.step({ command: 'sync' });
  expect({ exit, code: outputs['exit'] }, log).toEqual({ exit: 0, code: '0' });
  const sizes = subjects(stage).map(
    (_, back) => stage.bare(['show', '--format=', '--name-only', `main~${back}`]).split('\n').length,
  );
  expect(Math.max(...sizes.slice(0, -1))).toBeGreaterThan(50);
  expect(stage.github.log.filter((one) => one.startsWith(mutation)).length).toBeLessThan(sizes.length - 1);
  expect(stage.bare(['log', '--merges', '--format=%s', 'main'])).toBe('');
  const records = stage.bare(['ls-tree', '-r', '--name-only', 'main', 'reports/owner/playlists/']).split('\n');
  expect(records.filter((path) => path.endsWith('.json'))).toHaveLength(52);
  expect(stage.clone(['status', '--porcelain', 'playlists'])).toBe('');
  expect(stage.github.strangers).toEqual([]);
});

test('a cancelled job ends its request, gives the lease back and is not green; the next run goes on', async ({
  open,
  expect,
}) => {
  const stage = await open({ world: smallWorld(''), files });
  let kill: (signal: NodeJS.Signals) => void = () => undefined;
  stage.github.befall({ on: mutation, how: { kind: 'meanwhile', happens: () => kill('SIGINT') } });
  const cut = await stage.step({ command: 'sync' }, {}, (how) => {
    kill = how;
  });
  expect(cut.exit).toBe(130);
  expect(stage.bare(['for-each-ref', 'refs/setlist'])).toBe('');
  stage.clone(['fetch', '--quiet', 'origin', 'main']);
  stage.clone(['reset', '--quiet', '--hard', 'FETCH_HEAD']);
  const { exit, outputs } = await stage.step({ command: 'sync' });
  expect({ exit, code: outputs['exit'] }).toEqual({ exit: 0, code: '0' });
  expect(stage.requests().filter((one) => one.startsWith('POST /me/playlists'))).toHaveLength(2);
  expect(stage.github.strangers).toEqual([]);
});
