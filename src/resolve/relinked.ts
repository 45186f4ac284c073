import { type AddableUri, isTrackUri, type TrackUri } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { NeedOf } from '../domain/need.ts';
import type { Row, RowKey } from '../domain/playlist.ts';
import type { Candidate } from '../words/candidate.ts';
import { recordingKey, sameRecording } from '../words/values/recording.ts';
import { without } from './multiset.ts';
import type { Window } from './window.ts';

export type ItemRow = Extract<Row, { readonly kind: 'item' }>;

/**
 * Candidates that already stand in the playlist under another id take that id: Spotify shows a track under the id that
 * plays in the account's market and no longer says which id was stored (`spotify-api.md` 4.12). Whether it is so is
 * read anew where a row looks like it; while that is not known the row is taken for the candidate, so that plans do not
 * flap. Of a candidate of which nothing is known it must be known first.
 */
export function underShownIds(
  rows: readonly Candidate[],
  actual: readonly Row[],
  window: Window,
): readonly Candidate[] {
  const standing = actual.filter((row): row is ItemRow => row.kind === 'item');
  const missing = without(
    rows,
    standing.map(({ uri }) => uri as string),
    ({ uri }) => uri as string,
  );
  // A row that Spotify lost may be one of these: adding it again would fail.
  const lost = actual.some(({ kind }) => kind === 'gone');
  const spare = without(
    standing,
    rows.map(({ uri }) => uri as string),
    ({ uri }) => uri as string,
  );
  for (const { uri, item } of missing) {
    if (!isTrackUri(uri)) continue;
    // It stood here at the last reading: a person took it out, or it is one of the spare rows now.
    if (spare.length > 0 && isStanding(uri, window)) window.wish(tonight(uri, window));
    if (item !== undefined && !lost) continue;
    const need = { account: window.account, kind: 'track', uri } as const;
    // One of the spare rows may be this very track under another id: adding it unseen would double it.
    if (item === undefined && spare.length > 0) window.answer(need);
    else window.wish(need);
  }
  if (missing.length === 0 || spare.length === 0) return rows;
  const alike = new Alike(spare, window);
  const shownAs = new Map<Candidate, ItemRow>();
  for (const row of missing) {
    const twin = isTrackUri(row.uri) ? alike.take(row, row.uri) : undefined;
    if (twin !== undefined) shownAs.set(row, twin);
  }
  return rows.map((row) => {
    const twin = shownAs.get(row);
    return twin === undefined ? row : { ...row, uri: twin.uri };
  });
}

/** Rows that a candidate may be under another id, by what they sound like. */
export class Alike {
  readonly #window: Window;
  readonly #byKey = new Map<string, { readonly row: ItemRow; readonly item: Item }[]>();
  readonly #taken = new Set<ItemRow>();

  constructor(rows: readonly ItemRow[], window: Window) {
    this.#window = window;
    for (const row of rows) {
      const item = window.item(row.uri);
      if (item === undefined) continue;
      for (const key of keysOf(item)) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), { row, item }]);
    }
  }

  /** The row that it most likely is, for this one candidate alone. */
  take(candidate: Candidate, uri: TrackUri): ItemRow | undefined {
    const found = this.find(candidate, uri);
    if (found !== undefined) this.#taken.add(found);
    return found;
  }

  find({ item }: Candidate, uri: TrackUri): ItemRow | undefined {
    if (item === undefined) return undefined;
    for (const key of keysOf(item)) {
      const found = this.#byKey
        .get(key)
        ?.find((one) => !this.#taken.has(one.row) && sameRecording(one.item, item, 2_000));
      if (found === undefined) continue;
      // What was read on another night may be old: which id is shown changes.
      const answer = this.#window.wish(tonight(uri, this.#window));
      if (answer?.state === 'whole' && (answer.found as AddableUri) !== found.row.uri) continue;
      return found.row;
    }
    return undefined;
  }
}

const tonight = (uri: TrackUri, { account, night }: Window): NeedOf<'track'> => ({
  account,
  kind: 'track',
  uri,
  night,
});

const isStanding = (uri: TrackUri, window: Window): boolean => {
  // A URI is the key of its row.
  const past = window.past(uri as string as RowKey);
  return past !== undefined && past.since !== null;
};

const keysOf = (item: Item): readonly string[] => [
  ...(item.kind === 'track' && item.isrc !== null ? [`isrc ${item.isrc}`] : []),
  `recording ${recordingKey(item)}`,
];
