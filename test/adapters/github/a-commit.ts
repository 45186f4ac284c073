import type { NewCommit } from '../../../src/ports.ts';
import type { GitCommand } from '../../github/repository.ts';

export const files = new Map([
  ['reports/owner/control.json', '{"version":1}\n'],
  ['reports/owner/runs/2026-11.jsonl', '{"event":"end"}\n'],
]);

/** A commit of a night, on where the branch stands; parts can be given. */
export const commitOf = (bare: GitCommand, given: Partial<NewCommit> = {}): NewCommit => ({
  expected: bare(['rev-parse', 'main']),
  message: 'Night of 2026-11-22\n\n2 playlists changed',
  files,
  atMs: 0,
  ...given,
});
