import type { Slug } from '../domain/ids.ts';

/** The night since which a rule has waited to be brought to its end; rules that do not wait are left out. */
export type Waiting = ReadonlyMap<Slug, string>;

/** Those that wait first, the longest of them before the others; equals in the order in which they stand. */
export const waitingFirst = <T extends { readonly slug: Slug }>(all: readonly T[], waiting: Waiting): readonly T[] => {
  const since = ({ slug }: T): string => waiting.get(slug) ?? '~';
  return [...all].sort((one, other) => (since(one) < since(other) ? -1 : since(one) > since(other) ? 1 : 0));
};
