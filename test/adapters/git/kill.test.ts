import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { killWhole, start } from './processes.ts';
import { env, type Here, refusals, repository } from './repository.ts';

/** A repository in which the first night stands, and work of the user's that is none of ours. */
function nights(): Here {
  const here = repository({ 'a.txt': 'a', 'b.txt': 'b', 'reports/gone.json': 'gone' });
  here.put('a.txt', 'staged');
  here.sh('add', 'a.txt');
  here.put('b.txt', 'changed');
  return here;
}

const usersWork = 'M  a.txt\n M b.txt\n';

/** Old or new as a whole, healthy, the user's work untouched, and open for the next commit. Answers whether it is new. */
async function mustBeSound(here: Here, before: string, text: string): Promise<boolean> {
  // What git says of objects that nothing names any more is no fault.
  here.sh('fsck', '--strict', '--no-dangling');
  const settled = await here.git.settle(['reports']);
  const head = await here.git.head();
  const isNew = head !== before;
  if (isNew) expect(here.sh('rev-parse', 'HEAD^').trim()).toBe(before);
  else expect(settled).toEqual([]);
  expect(await here.git.changed(['reports'])).toEqual([]);
  expect(here.sh('status', '--porcelain')).toBe(usersWork);
  expect(existsSync(join(here.root, 'reports/3/39.json')) && here.get('reports/3/39.json') === `${text} 39\n`).toBe(
    isNew,
  );
  await here.git.check();
  expect(await here.commit({ 'reports/gone.json': `after ${text}` })).toMatchObject({ kind: 'done' });
  expect(here.sh('status', '--porcelain')).toBe(usersWork);
  return isNew;
}

async function started(here: Here, before: string, text: string, path = env.PATH ?? '') {
  const run = start('run-commit.ts', [here.root, before, text], { PATH: path });
  expect(await run.line()).toBe('ready');
  run.say('go');
  return run;
}

test('leaves all or nothing when killed at any of 24 moments', { timeout: 240_000 }, async () => {
  const here = nights();
  const begun = performance.now();
  const whole = await started(here, await here.git.head(), 'whole');
  expect(await whole.line()).toContain('done');
  const lasted = performance.now() - begun;
  await whole.ended;
  await here.commit({ 'reports/gone.json': 'gone' });
  const ends: boolean[] = [];
  for (let round = 0; round < 24; round += 1) {
    const before = await here.git.head();
    const run = await started(here, before, String(round));
    await delay((lasted * round) / 24);
    await killWhole(run, round % 2 === 0);
    ends.push(await mustBeSound(here, before, String(round)));
  }
  expect(new Set(ends)).toEqual(new Set([false, true]));
});

const steps = ['hash-object', 'read-tree', 'index', 'next-index', 'write-tree', 'commit-tree', 'update-ref'];

/** A git on the path that ends its caller, and so all at once, before or after one of its commands. */
function deadly(here: Here, step: string, when: 'before' | 'after'): string {
  const folder = join(here.root, '.git/deadly');
  mkdirSync(folder);
  const real = `${here.sh('--exec-path').trim()}/git`;
  const acts = { before: 'kill -9 $PPID; exit 1', after: `${real} "$@"; kill -9 $PPID; exit 1` }[when];
  const is = step.includes('index') ? `update-index*/${step}` : `*${step}*/*`;
  const script = `#!/bin/sh\ncase "$*/$(basename "$GIT_INDEX_FILE")" in *${is}) ${acts};; esac\nexec ${real} "$@"\n`;
  writeFileSync(join(folder, 'git'), script, { mode: 0o700 });
  return `${folder}:${env.PATH}`;
}

test.each(steps.flatMap((step) => [[step, 'before'] as const, [step, 'after'] as const]))(
  'leaves all or nothing when killed at %s, %s it',
  async (step, when) => {
    const here = nights();
    const before = await here.git.head();
    const run = await started(here, before, 'x', deadly(here, step, when));
    await run.ended;
    expect(run.child.signalCode).toBe('SIGKILL');
    // The one step that counts.
    expect(await mustBeSound(here, before, 'x')).toBe(step === 'update-ref' && when === 'after');
  },
);

test('clears the locks that git left on the branch when it was killed with its run', async () => {
  const here = nights();
  const before = await here.git.head();
  const run = await started(here, before, 'x', deadly(here, 'update-ref', 'before'));
  await run.ended;
  for (const lock of ['HEAD.lock', 'refs/heads/main.lock']) here.put(`.git/${lock}`, `${before}\n`);
  expect(await here.commit({ 'reports/a': 'a' })).toMatchObject({ kind: 'done' });
});

test('never takes a lock on the branch from a stranger', async () => {
  const here = nights();
  here.put('.git/refs/heads/main.lock', '');
  expect(await refusals(here.commit({ 'reports/a': 'a' }))).toEqual([
    { code: 'machine/git-busy', facts: { lock: '.git/refs/heads/main.lock' } },
  ]);
  expect(existsSync(join(here.root, '.git/refs/heads/main.lock'))).toBe(true);
  expect(here.sh('status', '--porcelain')).toBe(usersWork);
});

test('lets one of two committers through and tells the other', { timeout: 120_000 }, async () => {
  const here = nights();
  for (let round = 0; round < 15; round += 1) {
    const before = await here.git.head();
    const runs = await Promise.all(['one', 'other'].map((name) => started(here, before, `${name} ${round}`)));
    const lines = await Promise.all(runs.map(({ line }) => line()));
    const head = await here.git.head();
    expect(lines.sort()).toEqual([
      JSON.stringify({ kind: 'done', commit: head }),
      JSON.stringify({ kind: 'moved', head }),
    ]);
    expect(here.sh('rev-parse', 'HEAD^').trim()).toBe(before);
    expect(here.sh('status', '--porcelain')).toBe(usersWork);
    await here.commit({ 'reports/gone.json': 'gone' });
  }
});
