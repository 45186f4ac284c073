import { randomUUID } from 'node:crypto';
import type { Holder, Lease } from '../../ports.ts';
import { lineOf } from './command.ts';
import { decodeMark, type Mark, markText } from './mark.ts';
import { readObjects } from './objects.ts';
import { fateOf, thisProcess } from './owner.ts';
import { moveRef } from './ref.ts';
import { refusedByGit } from './refused.ts';
import type { Repository } from './repository.ts';

/** A ref of ours names who holds the lease; taking, renewing and giving it back each move that ref from where it was seen. */
export async function lease(repository: Repository, name: string, holder: Holder, nowMs: number): Promise<Lease> {
  const ref = refFor(name);
  // Each turn that is lost was won by somebody else: they are asked for in the next.
  for (;;) {
    const { id: from, mark } = await markAt(repository, ref);
    if (mark !== undefined && (await isHeld(mark, nowMs))) return { kind: 'held', by: mark.holder };
    const id = await storeMark(repository, holder, false);
    if (await moved(repository, ref, from, id)) return taken(repository, ref, holder, id);
  }
}

/** Who holds the lease of that name; null when nobody does. Takes nothing. */
export async function holderOf(repository: Repository, name: string, nowMs: number): Promise<Holder | null> {
  const { mark } = await markAt(repository, refFor(name));
  return mark !== undefined && (await isHeld(mark, nowMs)) ? mark.holder : null;
}

/** Names may hold anything; a ref must not, and some disks do not tell capitals apart. */
export const refFor = (name: string): string => `refs/setlist/lease/${[...Buffer.from(name)].map(letterOf).join('')}`;

const letterOf = (byte: number): string => {
  const letter = String.fromCharCode(byte);
  return /[a-z0-9_-]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, '0')}`;
};

async function isHeld({ holder, by, isOver }: Mark, nowMs: number): Promise<boolean> {
  return !isOver && holder.untilMs > nowMs && (await fateOf(by)) !== 'dead';
}

function taken(repository: Repository, ref: string, holder: Holder, first: string): Lease {
  let id = first;
  const move = async (until: number, isOver: boolean): Promise<boolean> => {
    const next = await storeMark(repository, { ...holder, untilMs: until }, isOver);
    if (!(await moved(repository, ref, id, next))) return false;
    id = next;
    return true;
  };
  return {
    kind: 'taken',
    renew: (untilMs) => move(untilMs, false),
    // The ref stays and says that it is over: taking a ref away would need a lock that others share.
    release: async () => void (await move(holder.untilMs, true)),
  };
}

const moved = async (repository: Repository, ref: string, from: string | null, to: string): Promise<boolean> =>
  (await moveRef(repository, { ref, from, to, why: 'setlist: lease', atMs: 0, ours: true })) === 'done';

async function storeMark(repository: Repository, holder: Holder, isOver: boolean): Promise<string> {
  // Unlike any other, so that two who write the same cannot both believe that they were first.
  const mark = markText({ holder, isOver, by: await thisProcess() }, randomUUID());
  return lineOf(await repository.ask('take the lease', ['hash-object', '-w', '--stdin'], { input: [mark] }));
}

async function markAt(
  repository: Repository,
  ref: string,
): Promise<{ readonly id: string | null; readonly mark?: Mark }> {
  // Both in one answer, of one moment.
  const [stored] = await readObjects(repository, 'read the lease', [ref]);
  if (stored === undefined) return { id: null };
  const mark = decodeMark(stored.bytes.toString('utf8'));
  if (mark === undefined)
    throw refusedByGit('take the lease', `${ref} holds nothing that Setlist wrote`, repository.root);
  return { id: stored.id, mark };
}
