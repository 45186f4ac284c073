import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { partsOf } from '../../domain/content.ts';
import type { Committed, NewCommit } from '../../ports.ts';
import { lineOf } from './command.ts';
import { type Entry, putEntries, refreshIndex } from './index-file.ts';
import { sweep } from './locks.ts';
import { mustFit } from './paths.ts';
import { messageOf } from './plain.ts';
import { moveRef } from './ref.ts';
import { refusedBySystem } from './refused.ts';
import { type Repository, standing } from './repository.ts';
import { as } from './signature.ts';
import { type Staging, staged } from './staging.ts';
import { type Placing, place } from './tree.ts';

/**
 * The commit is made aside and the files lie ready beside it; then the branch moves, which is the one step that counts;
 * then index and disk follow. Killed before that step nothing has happened, killed after it `settle` catches up.
 */
export async function commit(repository: Repository, wanted: NewCommit): Promise<Committed> {
  await mustFit(repository.root, wanted.files);
  const { head } = await standing(repository);
  if (head !== wanted.expected) return { kind: 'moved', head };
  await sweep(repository);
  return staged(repository, async (staging) => {
    const placings = await stage(staging, wanted.files);
    const entries = await store(repository, staging, placings);
    const id = await write(repository, staging, wanted, entries);
    const end = await refreshIndex(repository, staging, entries, async () => {
      const answer = await advance(repository, wanted, id);
      return { go: answer.kind === 'done', answer };
    });
    if (end.kind === 'done') await place(repository.root, placings);
    return end;
  }).catch((error: unknown) => {
    throw refusedBySystem('commit', error);
  });
}

/** Writes the texts where a rename will reach them: a disk that is full says so now. */
async function stage({ folder }: Staging, files: NewCommit['files']): Promise<readonly Placing[]> {
  const placings: Placing[] = [];
  for (const [path, content] of files) {
    const there = content === null ? null : join(folder, String(placings.length));
    if (there !== null) await writeFile(there, inPieces(partsOf(content ?? '')));
    placings.push({ path, staged: there });
  }
  return placings;
}

/** Characters that are written at once: a call for every line of a ledger would take its time. */
const pieceLength = 65_536;

function* inPieces(parts: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function store(
  repository: Repository,
  staging: Staging,
  placings: readonly Placing[],
): Promise<readonly Entry[]> {
  const names = placings.flatMap(({ staged }, index) => (staged === null ? [] : [`${index}\n`]));
  const env = { GIT_DIR: await repository.gitFolder() };
  const args = ['hash-object', '-w', '--no-filters', '--stdin-paths'];
  const ids = lineOf(await repository.ask('store the files', args, { cwd: staging.folder, env, input: names }));
  const next = ids.split('\n').values();
  return placings.map(({ path, staged }) => ({ path, blob: staged === null ? null : (next.next().value ?? '') }));
}

async function write(
  repository: Repository,
  { folder }: Staging,
  { expected, message, atMs }: NewCommit,
  entries: readonly Entry[],
): Promise<string> {
  const index = join(folder, 'index');
  const env = { GIT_INDEX_FILE: index };
  await repository.ask('commit', ['read-tree', expected], { env });
  await putEntries(repository, 'commit', index, entries);
  const tree = lineOf(await repository.ask('commit', ['write-tree'], { env }));
  const args = ['commit-tree', '-p', expected, '-F', '-', tree];
  return lineOf(await repository.ask('commit', args, { env: as(atMs), input: [messageOf(message)] }));
}

async function advance(repository: Repository, { expected, message, atMs }: NewCommit, id: string): Promise<Committed> {
  // Asked again under the lock that also keeps others from switching the branch.
  const { head, branch } = await standing(repository);
  if (head !== expected) return { kind: 'moved', head };
  const why = `setlist: ${message.split('\n')[0] ?? ''}`;
  const end = await moveRef(repository, { ref: branch, from: expected, to: id, why, atMs, ours: false });
  return end === 'done' ? { kind: 'done', commit: id } : { kind: 'moved', head: (await standing(repository)).head };
}
