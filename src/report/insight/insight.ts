import type { Label } from '../../domain/change.ts';
import type { AccountName, PlaylistId, Slug } from '../../domain/ids.ts';
import type { RowKey } from '../../domain/playlist.ts';
import type { AuditKind, Author } from '../../domain/records/audit.ts';
import type { RunId, Trigger } from '../../domain/records/run.ts';
import type { OverviewNight, PlaylistNight } from '../charts/chart.ts';

/**
 * What a ledger has to say, as of the last night on which something happened: nights after it on which nothing did say
 * the same again, to the byte. Names are as strangers wrote them, to be escaped wherever they are printed.
 */
export type Insight = {
  readonly title: string;
  readonly simulated: boolean;
  /** `owner/name` on GitHub; null where the repository has no remote. */
  readonly repository: string | null;
  /** The last night on which something happened; null before the first run. */
  readonly night: string | null;
  readonly headline: string;
  /** What needs a person, most urgent first; last what is only unfinished. */
  readonly attention: readonly Attention[];
  /** By name of the rule. */
  readonly playlists: readonly PlaylistInsight[];
  /** Rows of all playlists together, night by night. */
  readonly nights: readonly OverviewNight[];
  /** Newest first; all that the audit still holds. */
  readonly changes: readonly ChangeInsight[];
  /** The newest seven of those in which something happened, newest first. */
  readonly runs: readonly RunInsight[];
  /** What people call the rows that stand in the playlists, entered or left them; a row that is not in it is unknown. */
  readonly labels: ReadonlyMap<RowKey, Label>;
};

/** Where a playlist is spoken of: its name as its owner wrote it. */
export type PlaylistRef = { readonly id: PlaylistId; readonly slug: Slug; readonly name: string };

/** A line of a file below `playlists/` that is there still. */
export type RulePlace = { readonly file: string; readonly line: number };

/** `unfinished`: the next run goes on with it, whatever a person does. */
export type AttentionKind =
  | 'sign-in'
  | 'hand-edits'
  | 'guard'
  | 'source'
  | 'unreadable'
  | 'not-written'
  | 'account'
  | 'unfinished';

export type Attention = {
  readonly kind: AttentionKind;
  /** Of what is about the whole run, the first that says so. */
  readonly account: AccountName;
  /** Null: it is about the whole run. */
  readonly playlist: PlaylistRef | null;
  /** Whole, the playlist's name in it. */
  readonly sentence: string;
  /** An order; the code in it stands between backticks. */
  readonly action: string;
  /** What people put in and took out by hand and nobody has decided on. */
  readonly added: readonly RowInsight[];
  readonly removed: readonly RowInsight[];
  readonly rule: RulePlace | null;
};

export type PlaylistInsight = PlaylistRef & {
  readonly account: AccountName;
  readonly description: string;
  readonly rule: RulePlace;
  readonly count: number;
  readonly followers: number | null;
  /** From its first night to the insight's, oldest first; nights on which it was not read are left out. */
  readonly nights: readonly PlaylistNight[];
  /** Rows that came and went in the 28 nights up to the insight's. */
  readonly entered28: number;
  readonly left28: number;
  /** The last night on which rows came, went or moved, or it was created; null where none did. */
  readonly lastChange: string | null;
  /** A person's edits wait for a decision: it is left alone meanwhile. */
  readonly held: boolean;
  /** What its rule says, in the order in which it is followed. */
  readonly ruled: readonly RuleWord[];
  /** In order. */
  readonly tracks: readonly RowKey[];
};

/** What a rule says at one of its stages, in words. */
export type RuleWord = { readonly stage: string; readonly said: string; readonly rule: RulePlace };

/** What decided on a row. */
export type Reason = {
  readonly word: string;
  /** The datum it decided on, as rules and strangers wrote it. */
  readonly datum: string;
  /** Null where the file is gone. */
  readonly rule: RulePlace | null;
};

export type RowInsight = { readonly key: RowKey; readonly label: Label | null; readonly why: Reason | null };

export type ChangeInsight = {
  readonly night: string;
  readonly at: string;
  readonly run: RunId;
  readonly account: AccountName;
  readonly playlist: PlaylistRef;
  readonly kind: AuditKind;
  readonly who: Author;
  /** `by its rule`, `by hand`, `by Spotify`. */
  readonly by: string;
  readonly entered: readonly RowInsight[];
  readonly left: readonly RowInsight[];
  readonly moved: readonly RowInsight[];
  /** New name or description, by field. */
  readonly details: readonly (readonly [field: string, value: string])[];
  /** The commit whose rules were followed; null for changes that are not ours. */
  readonly commit: string | null;
};

export type RunInsight = {
  readonly run: RunId;
  readonly night: string;
  readonly at: string;
  readonly trigger: Trigger;
  readonly actor: string | null;
  readonly commit: string | null;
  /** Playlists of which something was written. */
  readonly changed: readonly PlaylistRef[];
  readonly entered: number;
  readonly left: number;
  readonly requests: number;
  readonly exit: number;
  /** How many nights it served: none when its night was served before, several after nights without a run. */
  readonly nights: number;
  /** Milliseconds from the start of the earliest of these nights to the run. */
  readonly lateMs: number;
};
