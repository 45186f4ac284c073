import { randomUUID } from 'node:crypto';
import type { CommitId, Holder, Lease } from '../../ports.ts';
import { decodeCommit, decodeRef } from './answers.ts';
import type { Answer } from './api.ts';
import { type Branch, headOf } from './branch.ts';
import { asked, read } from './patience.ts';
import { refused } from './refused.ts';

const doing = 'take the lease';

/**
 * A lease is a reference `refs/setlist/lease/<name>` to a commit whose message says who holds it. Whoever creates it has
 * it. It changes hands only to a child of that commit and never by force, so of two who try, GitHub lets one through.
 */
export async function takeLease(branch: Branch, name: string, holder: Holder, nowMs: number): Promise<Lease> {
  const standing = await standingLease(branch, name);
  if (standing !== null && standing.holder.untilMs > nowMs) return { kind: 'held', by: standing.holder };
  const taken = await move(branch, name, holder, standing?.commit ?? null);
  if (taken !== null) return heldBy(branch, name, holder, taken);
  const winner = await standingLease(branch, name);
  // Gone again at once: the other is done, and the next run finds it free.
  return { kind: 'held', by: winner?.holder ?? { owner: 'another run', run: '', untilMs: nowMs } };
}

/** Who holds the lease of that name; null when nobody does. Takes nothing. */
export async function holderOn(
  branch: Pick<Branch, 'api' | 'patience'>,
  name: string,
  nowMs: number,
): Promise<Holder | null> {
  const standing = await standingLease(branch, name);
  return standing !== null && standing.holder.untilMs > nowMs ? standing.holder : null;
}

function heldBy(branch: Branch, name: string, holder: Holder, first: CommitId): Lease {
  let commit: CommitId | null = first;
  return {
    kind: 'taken',
    renew: async (untilMs) => {
      if (commit !== null) commit = await move(branch, name, { ...holder, untilMs }, commit);
      return commit !== null;
    },
    release: async () => {
      const standing = commit === null ? null : await standingLease(branch, name);
      if (standing === null || standing.commit !== commit) return;
      const ref = inAddress(refOf(name));
      await write(
        branch,
        () => branch.api.rest('DELETE /repos/{owner}/{repo}/git/{+ref}', { ref }),
        'give back the lease',
      );
    },
  };
}

/** As the lease of a local repository is named: a name may hold anything, a reference must not. */
const refOf = (name: string): string => `refs/setlist/lease/${[...Buffer.from(name)].map(letterOf).join('')}`;

const letterOf = (byte: number): string => {
  const letter = String.fromCharCode(byte);
  return /[a-z0-9_-]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, '0')}`;
};

/** A reference within an address: what it holds escaped already is escaped again. */
const inAddress = (ref: string): string => ref.split('/').map(encodeURIComponent).join('/');

type Standing = { readonly commit: CommitId; readonly holder: Holder };

async function standingLease(
  { api, patience }: Pick<Branch, 'api' | 'patience'>,
  name: string,
): Promise<Standing | null> {
  const route = 'GET /repos/{owner}/{repo}/git/ref/{+ref}';
  const found = await read(api, patience, { doing, route, ref: inAddress(refOf(name).slice('refs/'.length)) });
  if (found === undefined) return null;
  const sha = decodeRef(found)?.object.sha;
  if (sha === undefined) throw refused(doing, { kind: 'answer', data: found });
  const commit = await read(api, patience, { doing, route: 'GET /repos/{owner}/{repo}/git/commits/{sha}', sha });
  return { commit: sha, holder: holderIn(decodeCommit(commit)?.message ?? '') };
}

/** Points the lease to a new commit above the one that stands; null when somebody else was there first. */
async function move(branch: Branch, name: string, holder: Holder, above: CommitId | null): Promise<CommitId | null> {
  const commit = await leaseCommit(branch, holder, above);
  const { api } = branch;
  const ref = refOf(name);
  const answer = await write(branch, () =>
    above === null
      ? api.rest('POST /repos/{owner}/{repo}/git/refs', { ref, sha: commit })
      : api.rest('PATCH /repos/{owner}/{repo}/git/{+ref}', { ref: inAddress(ref), sha: commit, force: false }),
  );
  if (answer.kind === 'answer') return commit;
  // Refused as well when an earlier try, whose answer did not come, has done it.
  const standing = await standingLease(branch, name);
  return standing?.commit === commit ? commit : null;
}

/** A write that is done twice as once; 409 and 422 say that the reference is not as expected. */
async function write(branch: Branch, ask: () => Promise<Answer>, what = doing): Promise<Answer> {
  const answer = await asked(ask, branch.patience);
  if (answer.kind === 'answer') return answer;
  if (answer.kind === 'refused' && [404, 409, 422].includes(answer.status)) return answer;
  throw refused(what, answer);
}

async function leaseCommit(branch: Branch, holder: Holder, above: CommitId | null): Promise<CommitId> {
  const { api, patience } = branch;
  const route = 'GET /repos/{owner}/{repo}/git/commits/{sha}';
  // Any tree will do: that of the branch is there.
  const tip = decodeCommit(await read(api, patience, { doing, route, sha: above ?? (await headOf(branch)) }));
  const made = await asked(
    () =>
      api.rest('POST /repos/{owner}/{repo}/git/commits', {
        message: messageOf(holder),
        tree: tip?.tree.sha,
        parents: above === null ? [] : [above],
      }),
    patience,
  );
  const commit = made.kind === 'answer' ? decodeCommit(made.data) : undefined;
  if (commit === undefined) throw refused(doing, made);
  return commit.sha;
}

/** Unlike any other, so that two who write the same cannot both believe that they were first. */
const messageOf = ({ owner, run, untilMs }: Holder): string =>
  JSON.stringify({ owner, run, untilMs, mark: randomUUID() });

/** The last moment that a date can name. */
const lastMs = 8.64e15;

/** What cannot be read holds nothing up for ever: it counts as over. */
function holderIn(message: string): Holder {
  const unknown: Holder = { owner: 'somebody', run: '', untilMs: 0 };
  try {
    const { owner, run, untilMs } = { ...unknown, ...(JSON.parse(message) as Partial<Record<keyof Holder, unknown>>) };
    return typeof owner === 'string' &&
      typeof run === 'string' &&
      typeof untilMs === 'number' &&
      Math.abs(untilMs) <= lastMs
      ? { owner, run, untilMs }
      : unknown;
  } catch {
    return unknown;
  }
}
