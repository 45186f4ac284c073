import type { Item } from '../../domain/item.ts';
import type { LocalFile } from '../values/local.ts';
import { fieldWith } from './field.ts';
import { factsOf } from './known.ts';
import { type Named, texts } from './text.ts';

export const artist = fieldWith(texts('artist'), {
  key: 'artist',
  summary: 'Any artist that it is credited to, by name, id or link. Episodes have none.',
  example: '- artist: { not_in: [Mariya Takeuchi, "spotify:artist:3qm84nBOXUEQ2vnTfUTTFC"] }',
  find: (candidate, asking) => {
    const facts = factsOf(candidate, asking);
    const datum = facts && artistsOf(facts);
    return datum && { datum, says: datum.map(({ text }) => `"${text}"`).join(', ') || 'none' };
  },
});

function artistsOf(facts: Item | LocalFile): readonly Named[] | undefined {
  if (facts.kind === 'track') return facts.artists.map(({ id, name }) => ({ text: name, id }));
  if (facts.kind === 'episode') return [];
  return facts.artist === null ? undefined : [{ text: facts.artist, id: null }];
}
