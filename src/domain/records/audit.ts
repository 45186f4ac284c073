import type { PlaylistId, Slug } from '../ids.ts';
import type { Details, Instant, RowKey } from '../playlist.ts';
import type { Why } from '../why.ts';
import type { Restoring, RunId, Trigger } from './run.ts';

/**
 * Who changed a playlist: a run of ours and what set it off; a person in the app; or Spotify itself, when a track is gone
 * or stands under another id. `during` names the run of ours that was open when it happened, as far as that can be told.
 */
export type Author =
  | {
      readonly by: 'setlist';
      readonly trigger: Trigger;
      readonly actor: string | null;
      /** Somebody asked for an earlier state; no rule wanted it. */
      readonly restore?: Restoring;
    }
  | { readonly by: 'hand' | 'spotify'; readonly during: RunId | null };

/** One row of a change, and why; a change by hand has no why of ours. */
export type Noted = { readonly key: RowKey; readonly why: readonly Why[] };

/**
 * - `items`: rows entered, left or moved. `created`: a playlist of ours began. `details`: name, description.
 * - `adopted`: a rule took over a playlist that was there. `renamed`: another rule file rules it now.
 * - `forgotten`: no rule rules it any more; the playlist itself stays as it is.
 */
export type AuditKind = 'created' | 'adopted' | 'items' | 'details' | 'renamed' | 'forgotten';

/** One change of one playlist by one author. */
export type AuditBody = {
  readonly at: Instant;
  readonly night: string;
  readonly run: RunId;
  readonly playlist: PlaylistId;
  readonly rule: Slug | null;
  readonly kind: AuditKind;
  readonly who: Author;
  readonly entered: readonly Noted[];
  readonly left: readonly Noted[];
  readonly moved: readonly Noted[];
  readonly details: Partial<Details> | null;
  /** Of a playlist that is forgotten, what it was called; lines of older versions have none. */
  readonly gone?: { readonly rule: Slug; readonly name: string };
  /** Removals that were charged to the rule's ack; `until` and `of` name the ack. */
  readonly acked: { readonly removals: number; readonly of: number; readonly until: string } | null;
  /** The commit whose rules were followed: the last that changed them; null for changes that are not ours. */
  readonly commit: string | null;
  /** Hashes of the ordered rows before and after. */
  readonly before: string;
  readonly after: string;
};

/** A description that we wrote, which follows its playlist's tracks and the week: no news by itself, as a new name is. */
export const isOwnDescription = ({ kind, who, details }: Pick<AuditBody, 'kind' | 'who' | 'details'>): boolean =>
  kind === 'details' && who.by === 'setlist' && details?.name === undefined;

/** What one author did to one playlist in one run: entries that have it in common are told together. */
export const deedOf = ({ playlist, run, who }: AuditBody): string => `${playlist} ${run} ${who.by}`;

/** Finds, among entries of which all are told, descriptions that are told by their rows. */
export function besideRows(bodies: readonly AuditBody[]): (body: AuditBody) => boolean {
  const rows = new Set(bodies.flatMap((body) => (body.kind === 'items' ? deedOf(body) : [])));
  return (body) => isOwnDescription(body) && rows.has(deedOf(body));
}

/**
 * A link of an account's chain. `digest` is over `previous` and the body; the first `previous` is the digest of the
 * origin. Purging takes the body away and keeps the digest, so that the chain still holds.
 */
export type AuditLine = { readonly digest: string; readonly previous: string } & (
  | { readonly body: AuditBody }
  /** `purged`: the date on which the body went; `night` is the body's, whose month names the file. */
  | { readonly purged: string; readonly night: string }
);
