import type { Candidate } from './word.ts';

export type { Candidate } from './word.ts';

/** What a candidate counts under when tracks are kept apart or capped by artist or album; nothing when it is not known. */
export function groupsOf({ item }: Candidate, by: 'artist' | 'album' | 'any_artist'): readonly string[] {
  if (item === undefined) return [];
  if (item.kind === 'episode') return [`show ${item.show}`];
  if (by === 'album') return item.album === null ? [] : [item.album];
  const names = item.artists.map(({ id, name }) => id ?? name);
  return by === 'artist' ? names.slice(0, 1) : names;
}
