import type { Item } from '../../domain/item.ts';
import { folded } from './fold.ts';

/**
 * Whether two items are one recording: the same ISRC, or the same title and first artist with lengths that differ by
 * no more than the tolerance. A live take, a remix or an acoustic version says so in its title and so is another one.
 */
export function sameRecording(one: Item, other: Item, toleranceMs: number): boolean {
  if (one.kind === 'episode' || other.kind === 'episode') return one.uri === other.uri;
  if (one.isrc !== null && one.isrc === other.isrc) return true;
  return Math.abs(one.durationMs - other.durationMs) <= toleranceMs && recordingKey(one) === recordingKey(other);
}

/** Equal for items that are one recording, lengths and ISRCs aside. */
export function recordingKey(item: Item): string {
  if (item.kind === 'episode') return item.uri;
  const [first] = item.artists;
  return `${plainTitle(item.title)} by ${first?.id ?? folded(first?.name ?? '')}`;
}

/**
 * A title without what different releases of one recording add to it: guests, the year of a remaster, punctuation.
 * `(with …)` stays, since songs are called so.
 */
export function plainTitle(title: string): string {
  const whole = folded(title).replaceAll(/[‐-―]/g, '-');
  const bare = whole
    .replaceAll(guestsInBrackets, ' ')
    .replace(guests, ' ')
    .replaceAll(remasterInBrackets, ' ')
    .trimEnd()
    .replace(remasterBehindDash, '');
  return lettersOf(bare) || lettersOf(whole) || whole.trim();
}

// Up to the next bracket of any kind, so that a title made of thousands of them is still read once.
const guestsInBrackets = /[([](?:feat|ft|featuring)\b[^()[\]]*[)\]]/g;
/** Up to the dash that begins the next part: `song feat. guest - live`. */
const guests = /\s(?:feat\.|ft\.|featuring)\s.*?(?=\s-\s|$)/s;

const year = '(?:19|20)\\d\\d';
const remaster = `(?:${year} )?(?:digital(?:ly)? )?remaster(?:ed)?(?: ${year})?(?: (?:version|edition))?(?: ${year})?`;
const remasterInBrackets = new RegExp(`[([]${remaster}[)\\]]`, 'g');
const remasterBehindDash = new RegExp(` - ${remaster}$`);

/** Words apart by one space. Apostrophes join (`don't`, `dont`); signs that tell titles apart (`#`, `%`, `+`) stay. */
const lettersOf = (text: string): string =>
  text
    .replaceAll(/['’‘`´]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/(?![#%@])[\p{P}\s]+/gu, ' ')
    .trim();
