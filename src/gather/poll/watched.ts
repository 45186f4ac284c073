/** Days are counted since 1 January 1970, whatever the zone: a night is a date, and so is a release. */
export type Day = number;

/** One who is looked at for releases. */
export type Watched = {
  readonly id: string;
  /** The night of the last look; null when there was none. */
  readonly looked: Day | null;
  /** What a look costs: its pages, as many as the last look saw, or as the first is guessed to see. At least 1. */
  readonly requests: number;
  /** What a look costs that need not come to the end; as much as any other when left out. */
  readonly news?: number;
  /** What looks have shown so far: the days that each release's date can mean. In any order. */
  readonly releases: readonly { readonly first: Day; readonly last: Day }[];
};

/** What a look tonight costs. */
export const costOf = ({ requests, news = requests }: Watched): number => news;

/** Looked at before. */
export type Seen = Watched & { readonly looked: Day };

/** 0 is Monday: 1 January 1970 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;
