export const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((uri, index) => uri === other[index]);

/** Rows of the first that the second lacks, copies one by one. */
export function missing(one: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return one.filter((uri) => {
    const at = rest.indexOf(uri);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}

/** How many rows came, went or were moved; both hold no row twice. */
export function distance(before: readonly string[], after: readonly string[]): number {
  const places = new Map(before.map((uri, index) => [uri, index]));
  const kept = after.flatMap((uri) => places.get(uri) ?? []);
  return before.length - kept.length + (after.length - kept.length) + (kept.length - longestRise(kept));
}

function longestRise(numbers: readonly number[]): number {
  const ends: number[] = [];
  for (const number of numbers) {
    const at = ends.findIndex((end) => end >= number);
    if (at === -1) ends.push(number);
    else ends[at] = number;
  }
  return ends.length;
}
