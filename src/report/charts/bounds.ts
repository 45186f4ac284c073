/** Ends of an axis and the lines between them. */
export type Bounds = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

const sizes = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8];
const moves = [1, 2, 5];

/**
 * Round ends that only rarely change, so that a night extends the line and moves nothing else. The axis begins at
 * half its height for a list that never came near it, and at zero for all others.
 */
export function sizeBounds(counts: readonly number[]): Bounds {
  const high = roundAbove(sizes, counts.reduce((most, count) => Math.max(most, count), 0) * 1.05, 10);
  const least = counts.reduce((fewest, count) => Math.min(fewest, count), Number.POSITIVE_INFINITY);
  const low = high >= 40 && counts.length > 0 && least >= high * 0.55 ? high / 2 : 0;
  return { low, high, ticks: ticks(low, high) };
}

/** How many times the second largest week the largest must be to be left out of the measure. */
const outlier = 4;

/**
 * The same way up and down from the midline. One week that dwarfs all others, such as the one in which a playlist was
 * filled, does not flatten them: it goes beyond the bound.
 */
export function moveBound(weeks: readonly { readonly entered: number; readonly left: number }[]): number {
  const [most = 0, second = 0] = weeks
    .map(({ entered, left }) => Math.max(entered, left))
    .sort((one, other) => other - one);
  return roundAbove(moves, second > 0 && most > outlier * second ? second : most, 5);
}

function roundAbove(steps: readonly number[], least: number, floor: number): number {
  for (let decade = 1; ; decade *= 10) {
    const found = steps.map((step) => step * decade).find((round) => round >= least && round >= floor);
    if (found !== undefined) return found;
  }
}

function ticks(low: number, high: number): readonly number[] {
  // From ten thousand on the labels are thousands with one digit behind the point.
  const unit = high < 10_000 ? 1 : 100;
  const count = [4, 2].find((parts) => Number.isInteger((high - low) / parts / unit)) ?? 1;
  return Array.from({ length: count + 1 }, (_, index) => low + ((high - low) / count) * index);
}
