/**
 * Exhaustive optima for small lists, from the meaning of the requests alone. Rows are numbers: 0 to `length - 1` are the
 * list to reach, higher ones are to leave. Rows that stay are never removed and added again.
 */
export type Rows = readonly number[];

export const nameOf = (rows: Rows): string => rows.join(' ');

/** By name of every list of some of `total` rows: the fewest requests from there to the first `length` rows in order. */
export function fewestRequests(length: number, total: number): ReadonlyMap<string, number> {
  const reversed = new Map<string, string[]>();
  for (const rows of arrangements(range(total))) {
    for (const next of [...moved(rows), ...added(rows, length), ...removed(rows, length)]) {
      const name = nameOf(next);
      reversed.set(name, [...(reversed.get(name) ?? []), nameOf(rows)]);
    }
  }
  return distances(nameOf(range(length)), (name) => reversed.get(name) ?? []);
}

/** By name of every order of up to `length` rows: the fewest moves that sort it. A move can be taken back by a move. */
export function fewestMoves(length: number): ReadonlyMap<string, number> {
  const sorted = nameOf(range(length));
  return distances(sorted, (name) => moved(name === '' ? [] : name.split(' ').map(Number)).map(nameOf));
}

export const range = (length: number): Rows => Array.from({ length }, (_, index) => index);

/** Every list of some of these rows, in every order. */
export function arrangements(rows: Rows): readonly Rows[] {
  return [
    [],
    ...rows.flatMap((row) => arrangements(rows.filter((other) => other !== row)).map((rest) => [row, ...rest])),
  ];
}

export const permutations = (rows: Rows): readonly Rows[] =>
  rows.length === 0
    ? [[]]
    : rows.flatMap((row) => permutations(rows.filter((other) => other !== row)).map((rest) => [row, ...rest]));

function distances(goal: string, neighbours: (name: string) => readonly string[]): ReadonlyMap<string, number> {
  const found = new Map([[goal, 0]]);
  for (const [name, distance] of found) {
    for (const other of neighbours(name)) if (!found.has(other)) found.set(other, distance + 1);
  }
  return found;
}

/** After swapping any two neighbouring blocks. */
function moved(rows: Rows): Rows[] {
  const found: Rows[] = [];
  for (let start = 0; start < rows.length; start++) {
    for (let middle = start + 1; middle < rows.length; middle++) {
      for (let end = middle + 1; end <= rows.length; end++) {
        found.push([
          ...rows.slice(0, start),
          ...rows.slice(middle, end),
          ...rows.slice(start, middle),
          ...rows.slice(end),
        ]);
      }
    }
  }
  return found;
}

function added(rows: Rows, length: number): Rows[] {
  const lacking = range(length).filter((row) => !rows.includes(row));
  const blocks = arrangements(lacking).filter((block) => block.length > 0);
  return blocks.flatMap((block) => range(rows.length + 1).map((position) => rows.toSpliced(position, 0, ...block)));
}

function removed(rows: Rows, length: number): Rows[] {
  const leavers = rows.filter((row) => row >= length);
  return range(2 ** leavers.length)
    .slice(1)
    .map((bits) => rows.filter((row) => row < length || ((bits >> leavers.indexOf(row)) & 1) === 0));
}
