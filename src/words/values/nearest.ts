import { distance } from 'fastest-levenshtein';

/** The word that was probably meant, or null when none is close. Of several equally close ones the first. */
export function nearest(word: string, allowed: Iterable<string>): string | null {
  const meant = plain(word.slice(0, 100));
  const most = Math.max(1, Math.floor(meant.length / 3));
  const close = [...allowed]
    .map((candidate) => ({ candidate, slips: apart(meant, plain(candidate)) }))
    .filter(({ slips }) => slips <= most)
    .sort((one, other) => one.slips - other.slips);
  return close[0]?.candidate ?? null;
}

/** Letters that changed places (`titel`) are one slip, not two. */
const apart = (one: string, other: string): number =>
  one !== other && lettersOf(one) === lettersOf(other) ? 1 : distance(one, other);

const lettersOf = (word: string): string => [...word].sort().join('');

/** Capitals, spaces, dashes and underscores are how people differ, not what they mean. */
const plain = (word: string): string => word.toLowerCase().replaceAll(/[\s_-]/g, '');
