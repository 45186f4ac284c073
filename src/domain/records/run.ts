import type { Finding } from '../finding.ts';
import type { PlaylistId, Slug } from '../ids.ts';
import type { PlannedWrite } from '../plan.ts';
import type { Instant, RowKey } from '../playlist.ts';
import type { Bucket } from '../portfolio.ts';
import type { AuditBody, Noted } from './audit.ts';

/** What set a run off. */
export const triggers = ['schedule', 'merge', 'manual'] as const;
export type Trigger = (typeof triggers)[number];

/** Names one run for good: the moment it began and chance, `20261122T034100Z-4f9a1c`. */
export type RunId = string;

/** Requests sent, by bucket; those with none are left out. */
export type Counted = { readonly [bucket in Bucket]?: number };

/** When each was sent: seconds since the run began (before it, where that was begun anew), then each since the one before. */
export type SentAt = { readonly [bucket in Bucket]?: readonly number[] };

/** The moment that a run brought a rule's playlist back to: the end of a night, or before another run. */
export type Restoring = { readonly rule: Slug } & ({ readonly to: string } | { readonly before: RunId });

type About = {
  readonly run: RunId;
  readonly at: Instant;
  /** The night that the run is of: a date in the portfolio's zone. */
  readonly night: string;
  readonly trigger: Trigger;
  /** Who merged or started it; null for a schedule. */
  readonly actor: string | null;
  /** The commit whose rules were followed: the last that changed them; null outside git. */
  readonly commit: string | null;
  /** Only of runs that restore. */
  readonly restore?: Restoring;
};

/** What a run is about to do to one playlist: enough to tell afterwards how far it came, and to say why. */
export type Intent = {
  readonly slug: Slug;
  /** Null: it is to be created, with the nonce in its description; others have none. */
  readonly id: PlaylistId | null;
  readonly nonce: string | null;
  /** Of the rows before the first write, which stand in the playlist's own record. */
  readonly before: string;
  /** The rows from which these writes go on, where the run announced others before them and left the list so. */
  readonly from?: readonly RowKey[];
  readonly writes: readonly PlannedWrite[];
  /** The first write is an add that is sent in parts, since Spotify refuses some of its rows: any of them may stand. */
  readonly inParts?: true;
  /** Rows that enter, leave or move when everything is written, with their whys. */
  readonly entered: readonly Noted[];
  readonly left: readonly Noted[];
  readonly moved: readonly Noted[];
  /** What the removals cost the rule's ack; null when no guard asked for one. */
  readonly acked: AuditBody['acked'];
};

/** Committed before the first write; again, for one playlist, before writes to it that were not announced so. */
export type RunIntent = About & {
  readonly event: 'intent';
  readonly requests: Counted;
  /** Lines of older versions have none; this holds for what an end says too. */
  readonly sentAt?: SentAt;
  /** The most that is sent for what follows. */
  readonly promised?: Counted;
  readonly intents: readonly Intent[];
};

/** Why a playlist does not stand where its rule wants it, in the words of ledgers and reports: those that were written stay. */
export type WhyUndone =
  | 'facts are lacking'
  | 'it cannot be read'
  | 'it is suspended'
  | 'a limit of the run was reached'
  | 'nothing may be written'
  | 'the run ended before'
  | 'partly applied'
  | 'written, not read back'
  | 'not applied';

/** A playlist that the run did not bring to where its rule wants it. */
export type Undone = { readonly slug: Slug; readonly because: WhyUndone; readonly problems: readonly Finding[] };

/** What a guard held back of a playlist, or what else a person should know of it. */
export type ToldFinding = { readonly slug: Slug; readonly finding: Finding };

/** What went wrong besides, by code, in words. Lines of older versions have no fix, and do not say which account it is about. */
export type RunProblem = {
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
  readonly account?: string;
};

/** Committed when the run is over; of a quiet night, the only line. */
export type RunEnd = About & {
  readonly event: 'end';
  /** Nights served by this run, oldest first; none when tonight was served already. */
  readonly nights: readonly string[];
  /** Milliseconds between the start of the earliest of these nights and the run. */
  readonly lateMs: number;
  readonly ended: Instant;
  readonly requests: Counted;
  readonly sentAt?: SentAt;
  /** Rules whose schedule was not due. */
  readonly skipped: readonly Slug[];
  readonly undone: readonly Undone[];
  /** Of playlists, whether they were written or not. Lines of older versions have none. */
  readonly findings?: readonly ToldFinding[];
  readonly problems: readonly RunProblem[];
  readonly exit: number;
  /** Playlists to which something may have been written and that were not read since: the next run finds out. */
  readonly unconfirmed: readonly Slug[];
  /** Playlists of which something was written. */
  readonly changed: readonly Slug[];
  /** Where the account's audit ended: what is cut off later is missed. */
  readonly audit: { readonly entries: number; readonly digest: string };
  /** How many lines stood in other files then, this one among the runs: files that go missing are missed. Older lines have none. */
  readonly lines?: { readonly facts: number; readonly history: number; readonly runs: number };
};

export type RunLine = RunIntent | RunEnd;
