/** What a plan holds back or cannot tell. */
export type PlanFacts = {
  'plan/too-many-removals': {
    readonly playlist: string;
    readonly removing: number;
    readonly of: number;
    readonly most: number;
    readonly acked: number;
  };
  'plan/too-many-removals-28-nights': {
    readonly playlist: string;
    readonly removing: number;
    readonly before: number;
    readonly most: number;
  };
  'plan/too-many-additions': { readonly playlist: string; readonly adding: number; readonly most: number };
  'plan/too-few-tracks': { readonly playlist: string; readonly left: number; readonly least: number };
  'plan/too-many-tracks': { readonly playlist: string; readonly count: number; readonly most: number };
  'plan/would-empty': { readonly playlist: string; readonly of: number };
  'plan/first-contact': { readonly playlist: string; readonly removing: number; readonly of: number };
  'plan/hand-edits': {
    readonly playlist: string;
    readonly since: string;
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly moved: boolean;
  };
  'plan/protected': { readonly playlist: string; readonly removing: number };
  'plan/incomplete-source': { readonly playlist: string; readonly gaps: readonly string[]; readonly kept: number };
  'plan/empty-source': { readonly playlist: string; readonly sources: readonly string[] };
  'plan/unknown-datum': { readonly playlist: string; readonly rows: number; readonly word: string };
  'plan/unreadable': { readonly playlist: string; readonly absence: 'missing' | 'forbidden' | 'part' };
  'plan/not-created-yet': { readonly playlist: string; readonly waitsFor: string };
  'plan/dates-lost': {
    readonly playlist: string;
    readonly lost: number;
    readonly requests: number;
    readonly cap: number;
  };
  /**
   * Requests of a bucket, retries included: what the playlist takes, what is left, and what any 24 hours have; and the
   * minute, in UTC, from which there is room, null where that is not known.
   */
  'plan/budget-spent': {
    readonly playlist: string;
    readonly bucket: string;
    readonly price: number;
    readonly left: number;
    readonly budget: number;
    readonly free: string | null;
  };
  'plan/too-many-requests': { readonly requests: number; readonly most: number };
  'plan/too-many-creations': { readonly creations: number; readonly most: number };
  'plan/left-envelope': {
    readonly playlist: string;
    readonly what: string;
    readonly planned: number;
    readonly allowed: number;
  };
  'plan/partial': { readonly lacking: number };
  'plan/bad-file': { readonly path: string; readonly reason: string };
  'plan/other-version': { readonly path: string; readonly found: string };
};
