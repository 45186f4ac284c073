import { hashOf } from '../../domain/hash.ts';
import type { Instant } from '../../domain/playlist.ts';
import type { Restoring, RunId, Trigger } from '../../domain/records/run.ts';
import type { CommitId } from '../../ports.ts';

/** What is said of a run in everything that it records. */
export type Run = {
  readonly run: RunId;
  readonly at: Instant;
  readonly night: string;
  readonly trigger: Trigger;
  readonly actor: string | null;
  /** The last that changed the rules. */
  readonly commit: CommitId | null;
  readonly restore?: Restoring;
};

type Commits = { readonly head: CommitId; readonly rules: CommitId };

/** A moment as Spotify writes it, to the second. */
export const instantOf = (ms: number): Instant => `${new Date(ms).toISOString().slice(0, 19)}Z`;

type About = Omit<Run, 'run' | 'at' | 'commit'>;

/** Named after the moment and the commit that it began on: two runs at the same moment follow different commits. */
export function runOf(nowMs: number, { head, rules }: Commits, about: About): Run {
  const at = instantOf(nowMs);
  const run = `${at.replaceAll(/[-:]/g, '')}-${hashOf([nowMs, head]).slice(0, 6)}`;
  return { run, at, commit: rules, ...about };
}
