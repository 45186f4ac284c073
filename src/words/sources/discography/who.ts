import { Type } from 'typebox';
import type { ArtistId } from '../../../domain/ids.ts';
import type { List } from '../../../domain/list.ts';
import type { Scope } from '../../../domain/scope.ts';
import { problem } from '../../../problem/problem.ts';
import { below } from '../../below.ts';
import { readId, readIds } from '../../values/read-id.ts';
import type { Asking, Reading } from '../../word.ts';
import { foundIn } from '../found.ts';

/** Whose discographies: everyone whom the account follows, the artists of a list file, or these. */
export type Who =
  | { readonly kind: 'followed' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'these'; readonly ids: readonly ArtistId[] };

export const who = Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String(), { minItems: 1 })], {
  description: '`followed`, a list file, or artists by id or link',
});

const isPath = (text: string): boolean => /\.(?:ya?ml|csv)$/i.test(text) || text.startsWith('lists/');

export function readWho(written: string | readonly string[], reading: Reading): Who | undefined {
  if (written === 'followed') return { kind: 'followed' };
  if (typeof written === 'string' && isPath(written)) {
    const list = reading.list(written);
    return list && namesArtists(list, reading) ? { kind: 'file', path: written } : undefined;
  }
  const ids =
    typeof written === 'string'
      ? [readId('artist', written, reading)]
      : readIds('artist', written, (index) => below(reading, index));
  return ids?.every((id) => id !== undefined) ? { kind: 'these', ids: ids as ArtistId[] } : undefined;
}

function namesArtists({ lines }: List, reading: Reading): boolean {
  if (lines.length === 0 || lines.some(({ artist }) => artist !== null)) return true;
  const facts = { found: 'a list that names no artists', wanted: 'a list with an "artist" column', nearest: null };
  reading.report(problem('rules/wrong-value', { what: 'artists', ...facts }, reading.at()));
  return false;
}

export const scopesOf = ({ kind }: Who): readonly Scope[] => (kind === 'followed' ? ['user-follow-read'] : []);

/** The artists, each once, in order; undefined while the followed ones are not known. */
export function artistsOf(
  written: Who,
  asking: Asking,
): { readonly artists: readonly ArtistId[]; readonly gaps: readonly string[] } | undefined {
  if (written.kind === 'these') return { artists: [...new Set(written.ids)], gaps: [] };
  if (written.kind === 'file') {
    const artists = (asking.list(written.path)?.lines ?? []).flatMap(({ artist }) => artist ?? []);
    return { artists: [...new Set(artists)], gaps: [] };
  }
  const answer = asking.answer<'followed'>({ account: asking.account, kind: 'followed' });
  if (answer === undefined) return undefined;
  const { found, gaps } = foundIn(answer, 'the list of followed artists');
  return { artists: [...new Set(found ?? [])], gaps };
}
