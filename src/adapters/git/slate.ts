import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountName } from '../../domain/ids.ts';
import { forgottenAt, quotaWindowMs, type Used } from '../../domain/quota.ts';
import type { Clock, Slate } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import type { Environment } from './command.ts';
import { decodeNote, type Note, noteText } from './note.ts';
import { repositoryIn } from './repository.ts';
import { isOlder, slateFolder } from './staging.ts';

type Keeping = {
  readonly clock: Pick<Clock, 'now'>;
  /** What was sent to the simulator is nothing to Spotify itself. */
  readonly simulated: boolean;
};

/** The slate of what is not worth remembering. */
export const forgetting: Slate = { read: async () => new Map(), add: async () => undefined };

/** A file a note, each written once and whole, so that processes at work at the same time lose nothing of each other's. */
export function openSlate(folder: string, env: Environment, { clock, simulated }: Keeping): Slate {
  const repository = repositoryIn(folder, env);
  const place = async () => join(await repository.sharedFolder(), 'setlist', slateFolder);
  return {
    read: () =>
      tried(new Map(), async () => {
        const notes = await notesIn(await place());
        const own = notes.flatMap(({ note }) => (note?.simulated === simulated ? note : []));
        return bySender(own.filter((note) => isCurrent(note, clock.now())));
      }),
    add: (sent) =>
      tried(undefined, async () => {
        const there = await place();
        await mkdir(there, { recursive: true });
        const path = join(there, `${randomUUID()}.json`);
        await writeFile(`${path}.part`, noteText({ simulated, sent: Object.fromEntries(sent) }));
        await rename(`${path}.part`, path);
        await tidy(there, { clock, simulated });
      }),
  };
}

/** Takes away what counts no more, and what a killed run left half-written. */
async function tidy(place: string, { clock, simulated }: Keeping): Promise<void> {
  for (const { path, note } of await notesIn(place)) {
    if (note !== undefined && note.simulated !== simulated) continue;
    const isOver = note === undefined ? await isOlder(path, quotaWindowMs) : !isCurrent(note, clock.now());
    if (isOver) await rm(path, { force: true });
  }
}

type Found = { readonly path: string; readonly note: Note | undefined };

async function notesIn(place: string): Promise<readonly Found[]> {
  const names = await readdir(place).catch(() => []);
  return Promise.all(
    names.map(async (name) => {
      const path = join(place, name);
      return { path, note: decodeNote(name.endsWith('.json') ? await readFile(path, 'utf8').catch(() => '') : '') };
    }),
  );
}

/** While something of it counts. What lies more than a day ahead was noted by a clock that was wrong. */
function isCurrent({ sent }: Note, nowMs: number): boolean {
  const all = Object.values(sent);
  const last = Math.max(0, ...all.flatMap(({ times }) => Object.values(times).map((seconds) => seconds.at(-1) ?? 0)));
  const closed = all.flatMap((one) => Object.values(one.closed));
  const isAhead = last * 1000 - nowMs > quotaWindowMs;
  return !isAhead && (forgottenAt(last) > nowMs || closed.some((until) => Date.parse(until) > nowMs));
}

function bySender(notes: readonly Note[]): ReadonlyMap<AccountName, readonly Used[]> {
  const known = new Map<AccountName, Used[]>();
  for (const { sent } of notes)
    for (const [name, used] of Object.entries(sent)) {
      // The keys are names of accounts.
      const account = name as AccountName;
      known.set(account, [...(known.get(account) ?? []), used]);
    }
  return known;
}

/** Without git, or on a disk that cannot be written, nothing is kept: a count stops no run. */
async function tried<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure || (error instanceof Error && 'code' in error)) return otherwise;
    throw error;
  }
}
