import { episodeUri, idIn, isAddableUri, linkKind, trackUri } from '../../domain/ids.ts';
import type { ListLine } from '../../domain/list.ts';
import type { Place } from '../../domain/place.ts';
import { type Problem, problem } from '../../problem/problem.ts';

/** The columns that say what a line is about. */
export const subjects = ['track', 'artist', 'album', 'uri', 'isrc'] as const;
export type SubjectColumn = (typeof subjects)[number];
export type Subject = Pick<ListLine, 'uri' | 'artist' | 'album' | 'isrc'>;

export const nobody: Subject = { uri: null, artist: null, album: null, isrc: null };

/** What a cell of one of these columns names: ids, URIs and share links alike. */
export function readSubject(column: SubjectColumn, text: string, at: Place): Partial<Subject> | Problem {
  switch (column) {
    case 'track':
      return readTrack(text, at);
    case 'artist':
    case 'album':
      return readNamed(column, text, at);
    case 'uri':
      return readUri(text, at);
    case 'isrc':
      return readIsrc(text, at);
  }
}

function readTrack(text: string, at: Place): Partial<Subject> | Problem {
  const track = idIn('track', text);
  if (track !== undefined) return { uri: trackUri(track) };
  const episode = idIn('episode', text);
  return episode === undefined ? notAnId(text, 'a track', at) : { uri: episodeUri(episode) };
}

function readNamed(column: 'artist' | 'album', text: string, at: Place): Partial<Subject> | Problem {
  const id = idIn(column, text);
  // Sound: the id was found where one of that kind stands.
  return id === undefined ? notAnId(text, `an ${column}`, at) : ({ [column]: id } as Partial<Subject>);
}

function readUri(text: string, at: Place): Partial<Subject> | Problem {
  if (isAddableUri(text)) return { uri: text };
  const kind = linkKind(text);
  if (kind === 'artist' || kind === 'album') return readNamed(kind, text, at);
  return kind === undefined ? notAnId(text, 'a track, artist or album', at) : readTrack(text, at);
}

function readIsrc(text: string, at: Place): Partial<Subject> | Problem {
  const isrc = text.replaceAll(/[\s-]/g, '').toUpperCase();
  if (/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc)) return { isrc };
  const facts = { what: 'isrc', found: `"${text}"`, wanted: 'an ISRC like JPPO08100101', nearest: null };
  return problem('rules/wrong-value', facts, at);
}

function notAnId(text: string, wanted: string, at: Place): Problem {
  return problem('rules/not-an-id', { text: text.slice(0, 100), wanted, found: linkKind(text) ?? null }, at);
}
