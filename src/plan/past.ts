/** What a playlist's own history says to its guards. Without a ledger there is none. */
export type Past = {
  /** Removals that earlier nights already charged to the rule's ack. */
  readonly ackedSoFar: number;
  /** What is usual here, once there were enough changes to tell; null before. */
  readonly learned: { readonly share: number; readonly count: number } | null;
  /** Rows removed over the last 28 nights, and how many there were on average; null without such a history. */
  readonly last28: { readonly removed: number; readonly meanCount: number } | null;
};

export const noPast: Past = { ackedSoFar: 0, learned: null, last28: null };
