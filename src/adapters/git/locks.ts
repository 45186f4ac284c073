import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { decodeOwner, fateOf } from './owner.ts';
import { isCode, refusedBySystem } from './refused.ts';
import type { Repository } from './repository.ts';
import { isOlder, leftBehind, type Staging, staged } from './staging.ts';

const waitMs = 50;
const patience = 100;
// We hold the index for as long as three git commands take.
const longMs = 600_000;

export const busy = (lock: string): Failure => new Failure([problem('machine/git-busy', { lock })]);

/**
 * Holds the index against every other git command. The lock is git's own file with our name in it, put there whole, so
 * that a later run can tell the lock of a killed one from that of somebody at work.
 */
export async function holdingIndex<T>(repository: Repository, staging: Staging, work: () => Promise<T>): Promise<T> {
  const lock = join(await repository.gitFolder(), 'index.lock');
  await takeLock(repository, lock, staging);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(repository: Repository, lock: string, staging: Staging): Promise<void> {
  for (let tries = 0; tries < patience; tries += 1) {
    if (await tookLock(lock, staging)) return;
    const dead = await deadLock(lock);
    if (dead === undefined) await delay(waitMs);
    else await takeAway(repository, lock, dead);
  }
  throw busy('.git/index.lock');
}

async function tookLock(lock: string, { owner }: Staging): Promise<boolean> {
  try {
    await link(owner, lock);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw refusedBySystem('lock the index', error);
    return copied(lock, owner);
  }
}

/** For disks without links. */
const copied = async (lock: string, owner: string): Promise<boolean> => {
  try {
    await writeFile(lock, await readFile(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw refusedBySystem('lock the index', error);
  }
};

/** The trace of a lock that a killed run of ours left; undefined for every other. */
async function deadLock(lock: string): Promise<string | undefined> {
  const trace = await traceOf(lock);
  const owner = decodeOwner(await readFile(lock, 'utf8').catch(() => ''));
  if (owner === undefined) return undefined;
  const fate = await fateOf(owner);
  const isDead = fate === 'unknown' ? await isOlder(lock, longMs) : fate === 'dead';
  return isDead ? trace : undefined;
}

/** Takes away what killed runs left: their staging, and locks that would stop us. */
export async function sweep(repository: Repository): Promise<void> {
  await sweepUp(repository).catch((error: unknown) => {
    throw refusedBySystem('clear what a killed run left', error);
  });
}

async function sweepUp(repository: Repository): Promise<void> {
  const lock = join(await repository.gitFolder(), 'index.lock');
  const dead = await deadLock(lock);
  if (dead !== undefined) await takeAway(repository, lock, dead);
  const left = await leftBehind(repository);
  if (left.length === 0) return;
  // A git that was killed with its run while it moved the branch.
  await takeAwayStill(repository, await locksOfHead(repository));
  for (const folder of left) await rm(folder, { recursive: true, force: true });
}

async function locksOfHead(repository: Repository): Promise<readonly string[]> {
  const { code, stdout } = await repository.run(['symbolic-ref', '-q', 'HEAD']);
  const head = join(await repository.gitFolder(), 'HEAD.lock');
  return code === 0 ? [head, await lockOfRef(repository, stdout.toString().trim())] : [head];
}

export const lockOfRef = async (repository: Repository, ref: string): Promise<string> =>
  join(await repository.sharedFolder(), `${ref}.lock`);

const traceOf = async (path: string): Promise<string | undefined> => {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : `${found.ino} ${found.mtimeMs}`;
};

/** Takes away those of these locks that nobody touches for two seconds; a ref is locked for as long as a file is written. */
export async function takeAwayStill(repository: Repository, locks: readonly string[]): Promise<void> {
  const before = await Promise.all(locks.map(traceOf));
  if (before.every((trace) => trace === undefined)) return;
  await delay(2000);
  for (const [index, lock] of locks.entries()) {
    const trace = before[index];
    if (trace !== undefined && (await traceOf(lock)) === trace) await takeAway(repository, lock, trace);
  }
}

/** Moved aside first, and put back when it was somebody else's after all: two may find the same dead lock at once. */
async function takeAway(repository: Repository, lock: string, trace: string): Promise<void> {
  await staged(repository, async ({ folder }) => {
    const aside = join(folder, randomUUID());
    try {
      await rename(lock, aside);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return;
      throw refusedBySystem('take away the lock of a killed run', error);
    }
    if ((await traceOf(aside)) !== trace) await link(aside, lock).catch(() => undefined);
  });
}
