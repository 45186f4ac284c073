import { busy, lockOfRef, takeAwayStill } from './locks.ts';
import { plain } from './plain.ts';
import { refusedByGit } from './refused.ts';
import type { Repository } from './repository.ts';
import { as } from './signature.ts';

export type Move = {
  readonly ref: string;
  /** Where it must stand; null when there must be none. */
  readonly from: string | null;
  readonly to: string;
  /** For the reflog. */
  readonly why: string;
  readonly atMs: number;
  /** Whether only we move this ref: then a lock on it that stands still is that of a killed run of ours. */
  readonly ours: boolean;
};

/** Moves a ref if it stands where it must, which git compares and does under one lock. */
export async function moveRef(repository: Repository, move: Move): Promise<'done' | 'moved'> {
  const { ref, from, to, why, atMs, ours } = move;
  const args = ['update-ref', '--no-deref', '-m', plain(why), '--', ref, to, from ?? '0'.repeat(to.length)];
  // Git itself waits that long for a lock that another git holds.
  const patient = ['-c', 'core.filesRefLockTimeout=3000', ...args];
  const { code, stderr } = await repository.run(patient, { env: as(atMs) });
  if (code === 0) return 'done';
  const stands = await targetOf(repository, ref);
  if (stands === to) return 'done';
  if (stands !== from) return 'moved';
  if (!stderr.includes('.lock')) throw refusedByGit('move the branch', stderr, repository.root);
  if (ours) await takeAwayStill(repository, [await lockOfRef(repository, ref)]);
  const again = ours ? await repository.run(patient, { env: as(atMs) }) : { code };
  if (again.code === 0) return 'done';
  if ((await targetOf(repository, ref)) !== from) return 'moved';
  throw busy(`.git/${ref}.lock`);
}

/** What a ref names, by its digits; null when there is no such ref. */
export async function targetOf({ run }: Repository, ref: string): Promise<string | null> {
  const { code, stdout } = await run(['rev-parse', '--verify', '--quiet', '--end-of-options', ref]);
  return code === 0 ? stdout.toString().trim() : null;
}
