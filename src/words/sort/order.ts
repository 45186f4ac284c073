import { Temporal } from 'temporal-polyfill';
import type { RowKey } from '../../domain/playlist.ts';
import type { SortKey } from '../../domain/rule.ts';
import type { Candidate } from '../candidate.ts';
import type { SortField } from '../sort.ts';
import { folded } from '../values/fold.ts';
import { renderLength } from '../where/length.ts';
import type { Asking } from '../word.ts';

type Value = string | number | undefined;
type Past = Pick<Asking, 'night' | 'past'>;

/** The rows in the order that the keys ask for. Unknown values come last either way, ties stand by their URI. */
export function ordered(rows: readonly Candidate[], keys: readonly SortKey[], asking: Past): readonly Candidate[] {
  if (keys.length === 0) return rows;
  const valued = rows.map((row, index) => ({
    row,
    values: keys.map(({ by }) => valueBy[by as SortField](row, index, asking)),
  }));
  return valued
    .sort((one, other) => {
      for (const [at, { direction }] of keys.entries()) {
        const difference = compare(one.values[at], other.values[at], direction);
        if (difference !== 0) return difference;
      }
      return compare(one.row.uri, other.row.uri, 'asc');
    })
    .map(({ row }) => row);
}

/** What placed a row: its value under the first key, as a why says it. */
export function placedBy(row: Candidate, [first]: readonly SortKey[], asking: Past): string {
  const by = (first?.by ?? 'original') as SortField;
  const value = valueBy[by](row, 0, asking);
  if (value === undefined) return `${by} not known`;
  if (by === 'original') return 'as its source has it';
  if (by === 'tenure') return `tenure ${value} days`;
  return `${by} ${by === 'duration' ? renderLength(Number(value)) : value}`;
}

function compare(one: Value, other: Value, direction: SortKey['direction']): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other === (direction === 'asc') ? -1 : 1;
}

const track = ({ item }: Candidate) => (item?.kind === 'track' ? item : undefined);

const valueBy: { readonly [field in SortField]: (row: Candidate, index: number, asking: Past) => Value } = {
  added: ({ addedAt }) => addedAt ?? undefined,
  released: ({ item, album }) => (item?.kind === 'episode' ? item.released : album?.released) ?? undefined,
  title: ({ item }) => item && folded(item.title),
  artist: (row) => track(row)?.artists[0] && folded(track(row)?.artists[0]?.name ?? ''),
  album: ({ album }) => album && folded(album.title),
  duration: ({ item }) => item?.durationMs,
  track_number: (row) => track(row)?.trackNumber ?? undefined,
  disc_number: (row) => track(row)?.discNumber ?? undefined,
  source: ({ source }) => source,
  original: (_, index) => index,
  first_seen: ({ uri }, _, { night, past }) => past(uri as string as RowKey)?.firstSeen ?? night,
  tenure: ({ uri }, _, { night, past }) => {
    const since = past(uri as string as RowKey)?.since ?? night;
    return Temporal.PlainDate.from(since).until(night).days;
  },
};
