import type { Place } from '../../domain/place.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { nearest } from '../../words/values/nearest.ts';
import { laterWords } from './words/later.ts';
import { otherTools } from './words/other-tools.ts';
import { ownPlace, standingOf } from './words/own-place.ts';
import { takenAway } from './words/taken-away.ts';

/** What is said of a key that does not belong where it stands. */
export function unknownWord(key: string, allowed: readonly string[], at: Place): Problem {
  const elsewhere = knownElsewhere(key, allowed, at);
  if (elsewhere !== null) return elsewhere;
  const facts = { key: shortened(key), nearest: nearest(key, allowed), allowed, ours: null };
  return problem('rules/unknown-key', facts, at);
}

/** The same for a word that is known from Spotify's past, from a later version, from another tool or another place; else null. */
export function knownElsewhere(written: string, allowed: readonly string[], at: Place): Problem | null {
  // A sort key is a word and a direction.
  const word = plain(written.split(' ')[0] ?? written);
  const standing = standingOf(allowed);
  const gone = own(takenAway, word);
  if (gone !== undefined) return problem('rules/taken-away', { word, ...gone }, at);
  if (own(laterWords[standing], word) !== undefined) return problem('rules/not-yet', { word }, at);
  const ours = own(otherTools[standing], word) ?? own(otherTools.anywhere, word) ?? ownPlace(word, standing, allowed);
  if (ours === undefined) return null;
  return problem('rules/unknown-key', { key: shortened(written), nearest: null, allowed, ours }, at);
}

const plain = (word: string): string =>
  word
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replaceAll('-', '_');

const own = <Value>(table: { readonly [word: string]: Value }, word: string): Value | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
