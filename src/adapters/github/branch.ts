import type { CommitId, PastCommit } from '../../ports.ts';
import { decodeCommits, decodeRef, type ListedCommit } from './answers.ts';
import type { Api } from './api.ts';
import { type Patience, read } from './patience.ts';
import { refused } from './refused.ts';

/** A branch of a repository on GitHub. */
export type Branch = {
  readonly api: Api;
  readonly patience: Patience;
  readonly repository: string;
  readonly name: string;
};

export async function headOf({ api, patience, name }: Branch): Promise<CommitId> {
  const doing = `read the branch "${name}"`;
  const data = await read(api, patience, { doing, route: 'GET /repos/{owner}/{repo}/git/ref/heads/{name}', name });
  const ref = decodeRef(data);
  if (ref !== undefined) return ref.object.sha;
  throw data === undefined
    ? refused(doing, {
        kind: 'refused',
        status: 404,
        types: [],
        reason: 'there is no such branch, or the token may not see it',
      })
    : refused(doing, { kind: 'answer', data });
}

/** The file as it stood in a commit; undefined when it was not there. */
export async function textAt({ api, patience }: Branch, commit: CommitId, path: string): Promise<string | undefined> {
  const doing = `read "${path}"`;
  const data = await read(api, patience, {
    doing,
    route: 'GET /repos/{owner}/{repo}/contents/{+path}',
    path: path.split('/').map(encodeURIComponent).join('/'),
    ref: commit,
    // The text itself: as JSON it would end at a megabyte.
    mediaType: { format: 'raw' },
  });
  if (data === undefined || typeof data === 'string') return data;
  if (data instanceof ArrayBuffer) return new TextDecoder().decode(data);
  throw refused(doing, { kind: 'answer', data });
}

type Listing = { readonly path?: string; readonly until?: string; readonly per_page: number };

/** Commits down from this one, newest first. */
export async function commitsFrom(
  { api, patience }: Branch,
  sha: CommitId,
  listing: Listing,
): Promise<readonly ListedCommit[]> {
  const doing = 'list commits';
  const data = await read(api, patience, { doing, route: 'GET /repos/{owner}/{repo}/commits', sha, ...listing });
  const commits = decodeCommits(data);
  if (commits === undefined) throw refused(doing, { kind: 'answer', data });
  return commits;
}

export const asPast = ({ sha, commit }: ListedCommit): PastCommit => ({
  commit: sha,
  atMs: Date.parse(commit.author.date),
  author: commit.author.name,
  subject: commit.message.split('\n', 1)[0] ?? '',
});
