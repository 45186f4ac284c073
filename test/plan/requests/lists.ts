import fc from 'fast-check';
import type { RowKey } from '../../../src/domain/playlist.ts';
import { applyWrite, type ItemWrite } from '../../../src/domain/write.ts';

/** A track named by a letter or number. */
export const track = (name: string | number): RowKey => `spotify:track:${String(name).padStart(22, '0')}` as RowKey;

export const tracks = (letters: string): readonly RowKey[] => [...letters].map(track);

export const after = (before: readonly RowKey[], writes: readonly ItemWrite[]): readonly RowKey[] =>
  writes.reduce(applyWrite, before);

/** How long the list is at the start and after each write. */
export const heights = (before: readonly RowKey[], writes: readonly ItemWrite[]): readonly number[] =>
  writes.map((_, index) => after(before, writes.slice(0, index + 1)).length).concat(before.length);

export type Pair = { readonly before: readonly RowKey[]; readonly after: readonly RowKey[] };

const upTo = (most: number): fc.ArrayConstraints => ({ maxLength: most, size: 'max' });

const shuffled = (rows: readonly RowKey[]): fc.Arbitrary<RowKey[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length });

/** Two lists without copies, which share some rows. */
export const pairs: fc.Arbitrary<Pair> = fc.record({
  before: fc.uniqueArray(fc.nat(600).map(track), upTo(450)),
  after: fc.uniqueArray(fc.nat(600).map(track), upTo(450)),
});

/** Two orders of one list: blocks that were moved, as editors do, or a shuffle. */
export const orders: fc.Arbitrary<Pair> = fc
  .record({
    length: fc.nat(450),
    moves: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), upTo(30)),
    isShuffled: fc.boolean(),
  })
  .chain(({ length, moves, isShuffled }) => {
    const before = Array.from({ length }, (_, index) => track(index));
    const moved = moves.reduce((rows: readonly RowKey[], [from, size, to]) => {
      if (rows.length === 0) return rows;
      const block = rows.slice(from % rows.length, (from % rows.length) + (size % 20));
      const rest = rows.filter((row) => !block.includes(row));
      return rest.toSpliced(to % (rest.length + 1), 0, ...block);
    }, before);
    return (isShuffled ? shuffled(before) : fc.constant(moved)).map((rows) => ({ before, after: rows }));
  });

/** Lists with copies of tracks, local files and gone rows, all of which are still there in the end, gone ones in order. */
export const hardPairs: fc.Arbitrary<Pair> = fc
  .record({
    before: fc.array(fc.nat(60).map(track), upTo(250)),
    after: fc.array(fc.nat(60).map(track), upTo(250)),
    locals: fc.array(fc.constantFrom('spotify:local:a::b:1', 'spotify:local:c::d:2'), { maxLength: 6 }),
    gone: fc.nat(5),
    seats: fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
  })
  .map(({ before, after, locals, gone, seats }) => {
    const goneRows = Array.from({ length: gone }, (_, index) => `gone:${index + 1}`);
    return {
      before: seat(before, locals, goneRows, seats.slice(0, 12)),
      after: seat(after, locals, goneRows, seats.slice(12)),
    };
  });

function seat(
  rows: readonly RowKey[],
  locals: readonly string[],
  gone: readonly string[],
  seats: readonly number[],
): readonly RowKey[] {
  const withLocals = locals.reduce((all, local, index) => {
    return all.toSpliced((seats[index] ?? 0) % (all.length + 1), 0, local as RowKey);
  }, rows);
  const goneSeats = gone.map((_, index) => (seats[6 + index] ?? 0) % (withLocals.length + 1)).sort((a, b) => b - a);
  return goneSeats.reduce(
    (all, at, index) => all.toSpliced(at, 0, gone[gone.length - 1 - index] as RowKey),
    withLocals,
  );
}
