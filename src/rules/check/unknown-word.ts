import type { Place } from '../../domain/place.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { nearest } from '../../words/values/nearest.ts';
import { laterWords, type Standing } from './words/later.ts';
import { otherTools } from './words/other-tools.ts';
import { ownPlace, standingOf } from './words/own-place.ts';
import { takenAway } from './words/taken-away.ts';

/** A key that does not belong where it stands, with those that would. */
type Strange = { readonly key: string; readonly allowed: readonly string[]; readonly in: string; readonly at: Place };

export function unknownKey({ key, allowed, in: what, at }: Strange): Problem {
  const refused = refusedWord(key, allowed, at);
  if (refused !== undefined) return refused;
  const ours = oursFor(key, allowed) ?? null;
  const facts = { in: what, key: shortened(key), nearest: ours === null ? nearest(key, allowed) : null, allowed, ours };
  return problem('rules/unknown-key', facts, at);
}

/** A word that Spotify took away, or that a later version brings. */
export function refusedWord(written: string, allowed: readonly string[], at: Place): Problem | undefined {
  const word = wordIn(written);
  const gone = entry(takenAway, word);
  if (gone !== undefined) return problem('rules/taken-away', { word, ...gone }, at);
  return isLater(word, standingOf(allowed)) ? problem('rules/not-yet', { word }, at) : undefined;
}

/** What to write for a word of another tool, or for one of ours that belongs elsewhere. */
export function oursFor(written: string, allowed: readonly string[]): string | undefined {
  const standing = standingOf(allowed);
  const word = wordIn(written);
  return entry(otherTools[standing], word) ?? entry(otherTools.anywhere, word) ?? ownPlace(word, standing, allowed);
}

function isLater(word: string, standing: Standing): boolean {
  if (entry(laterWords[standing], word) !== undefined) return true;
  // At the top of a rule, words of all its parts are tried.
  const isOurs = entry(otherTools.rule, word) !== undefined;
  return standing === 'rule' && !isOurs && Object.values(laterWords).some((words) => entry(words, word) !== undefined);
}

/** A sort key is a word and a direction. */
const wordIn = (written: string): string =>
  (written.split(' ')[0] ?? written).replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

/** The entry of a word, however its parts are joined: `olderthan`, `older-than`, `older_than`. */
function entry<Value>(table: { readonly [word: string]: Value }, word: string): Value | undefined {
  const known = joinedTables.get(table) ?? new Map(Object.entries(table).map(([key, value]) => [joined(key), value]));
  joinedTables.set(table, known);
  // Sound: what is kept for a table was made from it.
  return known.get(joined(word)) as Value | undefined;
}

/** Each table by its words without what joins their parts, made when it is first asked. */
const joinedTables = new WeakMap<object, ReadonlyMap<string, unknown>>();

const joined = (word: string): string => word.replaceAll(/[_-]/g, '');

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
