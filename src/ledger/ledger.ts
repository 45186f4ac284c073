import type { Facts } from '../domain/facts.ts';
import type { AccountName, PlaylistId, Slug } from '../domain/ids.ts';
import type { Actual } from '../domain/playlist.ts';
import type { Control } from '../domain/portfolio.ts';
import type { AuditLine } from '../domain/records/audit.ts';
import type { HistoryLine } from '../domain/records/history.ts';
import type { Origin } from '../domain/records/origin.ts';
import type { RunLine } from '../domain/records/run.ts';

/** A playlist as it was last read, and the rule that ruled it then; null for one that rules only read from. */
export type Recorded = { readonly rule: Slug | null; readonly actual: Actual };

/** What one account's folder says; everything oldest first. */
export type AccountLedger = {
  readonly account: AccountName;
  readonly control: Control;
  readonly playlists: ReadonlyMap<PlaylistId, Recorded>;
  readonly facts: Facts;
  readonly history: readonly HistoryLine[];
  readonly audit: readonly AuditLine[];
  readonly runs: readonly RunLine[];
};

export type Ledger = { readonly origin: Origin; readonly accounts: ReadonlyMap<AccountName, AccountLedger> };
