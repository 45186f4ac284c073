/** What a playlist's own history says to its guards. Without a ledger there is none. */
export type Past = {
  /** Removals that earlier nights already charged to the rule's ack. */
  readonly ackedSoFar: number;
  /** What is usual here, once there were enough changes to tell; null before. */
  readonly learned: { readonly share: number; readonly count: number } | null;
};

export const noPast: Past = { ackedSoFar: 0, learned: null };
