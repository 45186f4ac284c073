import { distance } from 'fastest-levenshtein';

/** The word that was probably meant, or null when none is close. Of several equally close ones the first. */
export function nearest(word: string, allowed: Iterable<string>): string | null {
  const meant = plain(word.slice(0, 100));
  const most = Math.max(1, Math.floor(meant.length / 3));
  const close = [...allowed]
    .map((candidate) => ({ candidate, apart: distance(meant, plain(candidate)) }))
    .filter(({ apart }) => apart <= most)
    .sort((one, other) => one.apart - other.apart);
  return close[0]?.candidate ?? null;
}

/** Capitals, spaces, dashes and underscores are how people differ, not what they mean. */
const plain = (word: string): string => word.toLowerCase().replaceAll(/[\s_-]/g, '');
