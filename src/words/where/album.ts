import { localFileOf } from '../values/local.ts';
import type { Asking, Candidate } from '../word.ts';
import { fieldWith } from './field.ts';
import { albumOf } from './known.ts';
import { type Named, texts } from './text.ts';

export const album = fieldWith(texts('album'), {
  key: 'album',
  summary: 'The album that it is on, by title, id or link. Episodes have none.',
  example: '- album: { is_not: "spotify:album:1weenld61qoidwYuZ1GESA" }',
  find: (candidate, asking) => {
    const datum = albumsOf(candidate, asking);
    return datum && { datum, says: datum.map(({ text }) => `"${text}"`).join('') || 'none' };
  },
});

function albumsOf(candidate: Candidate, asking: Asking): readonly Named[] | undefined {
  if (candidate.item?.kind === 'episode') return [];
  const found = albumOf(candidate, asking);
  if (found !== undefined) return [{ text: found.title, id: found.id }];
  const file = localFileOf(candidate.uri);
  return file === undefined || file.album === null ? undefined : [{ text: file.album, id: null }];
}
