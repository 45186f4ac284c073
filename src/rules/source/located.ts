import type { Place } from '../../domain/place.ts';

/** A value as written, with the place of every part of it. */
export type Located = {
  readonly value: unknown;
  /** A number as it stands in the file: `007` and `1.0` are other texts than the numbers that they are. */
  readonly written?: string;
  readonly at: Place;
  /** Of the key that it stands behind, if it does. */
  readonly key: Place | null;
  readonly parts: ReadonlyMap<string, Located>;
};

export type Path = readonly (string | number)[];

/** The part at a path; the nearest above it where the path leads nowhere. */
export function partAt(located: Located, path: Path): Located {
  const [first, ...rest] = path;
  const part = first === undefined ? undefined : located.parts.get(String(first));
  return part === undefined ? located : partAt(part, rest);
}

/** Where carets point for a value: at itself, or at its key when nothing is written behind that. */
export const placeOf = ({ value, at, key }: Located): Place => (value === null && key !== null ? key : at);
