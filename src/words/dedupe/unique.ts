import type { Candidate } from '../candidate.ts';
import type { DedupeArgs } from '../dedupe.ts';
import { recordingKey, sameRecording } from '../values/recording.ts';

/** How far apart two lengths of one recording may be, in milliseconds. */
const toleranceMs = 2_000;

export type Unique = {
  readonly kept: readonly Candidate[];
  readonly repeats: readonly { readonly row: Candidate; readonly of: Candidate }[];
};

/** One of each group of equal tracks, at the place of the group's first. A track of which nothing is known equals only its own id. */
export function unique({ by, keep }: DedupeArgs, rows: readonly Candidate[]): Unique {
  if (by === 'none') return { kept: rows, repeats: [] };
  const groups = new Groups(by);
  for (const row of rows) groups.add(row);
  const chosen = groups.all.map((group) => ({
    group,
    best: group.reduce((best, row) => (isBetter(keep, row, best) ? row : best)),
  }));
  return {
    kept: chosen.map(({ best }) => best),
    repeats: chosen.flatMap(({ group, best }) => group.filter((row) => row !== best).map((row) => ({ row, of: best }))),
  };
}

/** Groups of equal candidates, in the order of their first. */
class Groups {
  readonly all: Candidate[][] = [];
  readonly #by: DedupeArgs['by'];
  readonly #byKey = new Map<string, Candidate[][]>();

  constructor(by: DedupeArgs['by']) {
    this.#by = by;
  }

  add(row: Candidate): void {
    const keys = keysOf(this.#by, row);
    const group = this.#find(keys, row) ?? this.#open();
    group.push(row);
    for (const key of keys) {
      const groups = this.#byKey.get(key) ?? [];
      if (!groups.includes(group)) this.#byKey.set(key, [...groups, group]);
    }
  }

  #find(keys: readonly string[], row: Candidate): Candidate[] | undefined {
    for (const key of keys) {
      const group = this.#byKey.get(key)?.find(([first]) => first !== undefined && isSame(key, first, row));
      if (group !== undefined) return group;
    }
    return undefined;
  }

  #open(): Candidate[] {
    const group: Candidate[] = [];
    this.all.push(group);
    return group;
  }
}

/** Equal keys mean equal tracks, but for titles, which need the lengths to agree as well. */
const isSame = (key: string, one: Candidate, other: Candidate): boolean =>
  !key.startsWith('recording ') ||
  (one.item !== undefined && other.item !== undefined && sameRecording(one.item, other.item, toleranceMs));

function keysOf(by: DedupeArgs['by'], { uri, item, album }: Candidate): readonly string[] {
  if (item === undefined || by === 'uri') return [uri];
  if (by === 'title') return [`title ${recordingKey(item)}`];
  if (item.kind === 'episode') return [uri];
  if (by === 'artist') return [`artist ${item.artists[0]?.id ?? item.artists[0]?.name}`];
  if (by === 'album') return item.album === null ? [uri] : [`album ${album?.id ?? item.album}`];
  const isrc = item.isrc === null ? [] : [`isrc ${item.isrc}`];
  return by === 'isrc' ? [uri, ...isrc] : [uri, ...isrc, `recording ${recordingKey(item)}`];
}

function isBetter(keep: DedupeArgs['keep'], row: Candidate, best: Candidate): boolean {
  switch (keep) {
    case 'first':
      return false;
    case 'oldest_added':
      return row.addedAt !== null && (best.addedAt === null || row.addedAt < best.addedAt);
    case 'newest':
      return (row.album?.released ?? '') > (best.album?.released ?? '');
    case 'explicit':
      return row.item?.explicit === true && best.item?.explicit !== true;
    case 'clean':
      return row.item?.explicit === false && best.item?.explicit !== false;
    case 'longest':
      return (row.item?.durationMs ?? 0) > (best.item?.durationMs ?? 0);
  }
}
