import type { Row } from '../domain/playlist.ts';
import type { Why } from '../domain/why.ts';
import type { Candidate } from '../words/candidate.ts';
import type { Window } from './window.ts';

export function candidateOf(
  uri: Candidate['uri'],
  addedAt: Candidate['addedAt'],
  source: string,
  trail: readonly Why[],
  window: Window,
): Candidate {
  const item = window.item(uri);
  const album = item?.kind === 'track' && item.album !== null ? window.album(item.album) : undefined;
  return { uri, item, album, addedAt, source, trail };
}

/** A row that stands in the playlist, as a candidate for staying there; undefined for a gone one, which has no URI. */
export const incumbentOf = (row: Row, why: Why, window: Window): Candidate | undefined =>
  row.kind === 'gone' ? undefined : candidateOf(row.uri, row.addedAt, 'playlist', [why], window);
