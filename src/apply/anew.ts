import type { PlannedWrite } from '../domain/plan.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { Requests } from '../domain/portfolio.ts';

/** Writes that take the place of those that were announced. */
export type Anew = {
  /** The rows as our own writes left them, from which these go on. */
  readonly from: readonly RowKey[];
  readonly writes: readonly PlannedWrite[];
  /** The first is sent in parts: it is looked for rows that Spotify refuses. */
  readonly inParts: boolean;
  /** Rows that Spotify was found to refuse. */
  readonly dead: readonly RowKey[];
  /** The most that is sent before anything else is announced. */
  readonly price: Requests;
};

/** Puts them down where a run that follows finds them; nothing of them is sent before. */
export type Announce = (anew: Anew) => Promise<void>;
