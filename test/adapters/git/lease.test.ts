import { expect, test } from 'vitest';
import { refFor } from '../../../src/adapters/git/lease.ts';
import type { Lease } from '../../../src/ports.ts';
import { killWhole, start } from './processes.ts';
import { type Here, refusals, repository } from './repository.ts';

const ann = { owner: 'Ann on a laptop', run: 'r1', untilMs: 1000 };
const ben = { owner: 'Ben', run: 'r2', untilMs: 3000 };

async function taken(lease: Promise<Lease>) {
  const end = await lease;
  if (end.kind !== 'taken') throw new Error('it is held');
  return end;
}

test('is held until it is given back', async () => {
  const here = repository();
  const first = await taken(here.git.lease('studio', ann, 0));
  expect(await here.git.lease('studio', ben, 999)).toEqual({ kind: 'held', by: ann });
  await taken(here.git.lease('other', ben, 999));
  await first.release();
  await taken(here.git.lease('studio', ben, 999));
  await first.release();
  expect(await here.git.lease('studio', ann, 999)).toEqual({ kind: 'held', by: ben });
  here.sh('fsck', '--strict');
  expect(here.sh('status', '--porcelain')).toBe('');
});

test('is anybody’s once its time is over, and renewing tells who lost it', async () => {
  const here = repository();
  const first = await taken(here.git.lease('studio', ann, 0));
  expect(await first.renew(2000)).toBe(true);
  expect(await here.git.lease('studio', ben, 1999)).toEqual({ kind: 'held', by: { ...ann, untilMs: 2000 } });
  const second = await taken(here.git.lease('studio', ben, 2000));
  expect(await first.renew(9000)).toBe(false);
  expect(await second.renew(9000)).toBe(true);
});

/** What another process answers to the lease that this line names. */
async function elsewhere(here: Here, line: string) {
  const run = start('run-lease.ts', [here.root, 'elsewhere']);
  await run.line();
  run.say(line);
  return { run, answer: await run.line() };
}

test('is taken over from a process that died, at once, and not from one that lives', async () => {
  const here = repository();
  const { run, answer } = await elsewhere(here, 'studio 0');
  expect(answer).toBe('taken');
  expect(await here.git.lease('studio', ann, 1)).toMatchObject({ kind: 'held', by: { owner: 'elsewhere' } });
  await killWhole(run, true);
  await taken(here.git.lease('studio', ann, 1));
});

/** Writes a lease as another process might have, with these changes to who it is. */
async function markedAs(here: Here, change: (by: Record<string, unknown>) => object): Promise<void> {
  await taken(here.git.lease('studio', ann, 0));
  const mark = JSON.parse(here.sh('cat-file', 'blob', refFor('studio')));
  here.put('.git/mark', `${JSON.stringify({ ...mark, by: change(mark.by) })}\n`);
  here.sh('update-ref', refFor('studio'), here.sh('hash-object', '-w', '.git/mark').trim());
}

test('tells a process from another that got its number later', async () => {
  const here = repository();
  await markedAs(here, (by) => ({ ...by, start: String(by['start']).replace(/.$/, 'x') }));
  await taken(here.git.lease('studio', ben, 1));
});

test('takes a process of another machine for living until its time is over', async () => {
  const here = repository();
  await markedAs(here, (by) => ({ ...by, place: 'elsewhere', pid: 4_000_000 }));
  expect(await here.git.lease('studio', ben, 1)).toEqual({ kind: 'held', by: ann });
  await taken(here.git.lease('studio', ben, 1000));
});

test('refuses a ref that something else wrote', async () => {
  const here = repository();
  here.sh('update-ref', refFor('studio'), 'HEAD');
  expect(await refusals(here.git.lease('studio', ann, 0))).toMatchObject([{ code: 'machine/git' }]);
});

test('goes to one of two processes, every time, when it is free and when its time is over', {
  timeout: 120_000,
}, async () => {
  const here = repository();
  const runs = ['one', 'other'].map((name) => start('run-lease.ts', [here.root, name]));
  await Promise.all(runs.map(({ line }) => line()));
  for (let round = 0; round < 50; round += 1) {
    const name = `race-${round}`;
    if (round % 2 === 1) await taken(here.git.lease(name, ann, 0));
    for (const { say } of runs) say(`${name} 5000`);
    const answers = await Promise.all(runs.map(({ line }) => line()));
    expect([name, ...answers.sort()]).toEqual([name, 'held', 'taken']);
  }
});

test.each(['a/b', 'A', '../x', 'a.lock', 'ü\u001b', '-d', '@{0}', 'x y'])('may be named %j', async (name) => {
  const here = repository();
  await taken(here.git.lease(name, ann, 0));
  expect(await here.git.lease(name, ben, 1)).toMatchObject({ kind: 'held' });
  await taken(here.git.lease('a', ben, 1));
});

test('clears the lock that a killed git left on its ref', async () => {
  const here = repository();
  const first = await taken(here.git.lease('studio', ann, 0));
  await first.release();
  here.put(`.git/${refFor('studio')}.lock`, '');
  await taken(here.git.lease('studio', ben, 1));
});
