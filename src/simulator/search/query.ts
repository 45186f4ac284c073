import { wordsOf } from './words.ts';

export const filterNames = ['album', 'artist', 'track', 'year', 'upc', 'isrc', 'genre', 'tag'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filter = { readonly name: FilterName; readonly value: string };
export type Query = { readonly words: readonly string[]; readonly filters: readonly Filter[] };

/** `track:"one more time" artist:daft punk`: without quotes a filter takes one word and the rest are free words. */
export function parseQuery(text: string): Query {
  const filters: Filter[] = [];
  const rest = text.replace(
    /\b([a-z]+):(?:"([^"]*)"|(\S+))/gi,
    (whole, name: string, quoted?: string, bare?: string) => {
      const known = filterNames.find((filter) => filter === name.toLowerCase());
      if (known === undefined) return whole;
      filters.push({ name: known, value: quoted ?? bare ?? '' });
      return ' ';
    },
  );
  return { words: wordsOf(rest), filters };
}
