import type { Rule } from '../domain/rule.ts';
import type { Scope } from '../domain/scope.ts';
import { sources } from '../words/index.ts';
import type { SourceWord } from '../words/word.ts';

/** The listing of the account's playlists and their rows, which every run reads. */
const toRead: readonly Scope[] = ['playlist-read-collaborative', 'playlist-read-private'];

/** Both: `public` is a wish that Spotify often does not follow (`spotify-api.md` 4.7), and each kind has a scope of its own. */
export const toWrite: readonly Scope[] = ['playlist-modify-private', 'playlist-modify-public'];

const words: Readonly<Record<string, SourceWord>> = sources;

/** What a sign-in must allow for these rules of one account and no more: each once, sorted. */
export function scopesFor(rules: readonly Rule[]): readonly Scope[] {
  const read = rules.flatMap(({ from }) => from.flatMap(({ word, args }) => words[word]?.scopes(args) ?? []));
  return [...new Set([...toRead, ...(rules.length === 0 ? [] : toWrite), ...read])].sort();
}
