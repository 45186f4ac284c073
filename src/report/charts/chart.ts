/** A night on which every playlist was read; a night that is not listed was not. */
export type OverviewNight = {
  /** `2026-11-22`. */
  readonly night: string;
  /** Rows in all playlists together. */
  readonly tracks: number;
  /** Rows that came and went since the reading before, those of new playlists too; 0 where there was none. */
  readonly entered: number;
  readonly left: number;
};

/** A night on which the playlist was read, changed or not; a night that is not listed was not read. */
export type PlaylistNight = {
  readonly night: string;
  readonly count: number;
  /** Rows that came and went since the reading before, or since it was created; 0 where there was neither. */
  readonly entered: number;
  readonly left: number;
  /** Somebody edited the playlist outside its rule. */
  readonly byHand: boolean;
  /** Its change was held back. */
  readonly held: boolean;
};

/** What stands above a chart, and is its accessible name. */
export type Heading = {
  /** What is true. */
  readonly title: string;
  /** What is measured. */
  readonly subtitle: string;
};

/** One chart as plain data: a calendar year of nights, in any order. Nights of other years are left out. */
export type ChartData =
  | {
      readonly kind: 'overview';
      /** Of the file and of the ids in it. */
      readonly id: string;
      readonly year: number;
      readonly nights: readonly OverviewNight[];
      /** Instead of the heading made from the nights. */
      readonly heading?: Heading;
    }
  | {
      readonly kind: 'playlist';
      readonly id: string;
      /** As its owner wrote it: anything. */
      readonly name: string;
      readonly year: number;
      readonly nights: readonly PlaylistNight[];
      readonly heading?: Heading;
    };

export type Drawing = {
  /** Pixels; 760 if it is not said, 278 for a phone. */
  readonly width?: number;
  /**
   * A file stands alone: background, heading and dark colours are in it. On a page the page has them, since its
   * content policy allows no style in the picture.
   */
  readonly on?: 'file' | 'page';
};
