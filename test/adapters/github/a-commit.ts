import type { Git, NewCommit } from '../../../src/ports.ts';

export const files = new Map([
  ['reports/owner/control.json', '{"version":1}\n'],
  ['reports/owner/runs/2026-11.jsonl', '{"event":"end"}\n'],
]);

/** A commit of a night, on where the branch stands; parts can be given. */
export const commitOf = async (git: Git, given: Partial<NewCommit> = {}): Promise<NewCommit> => ({
  expected: await git.head(),
  message: 'Night of 2026-11-22\n\n2 playlists changed',
  files,
  atMs: 0,
  ...given,
});
