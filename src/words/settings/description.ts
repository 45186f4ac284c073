import { Type } from 'typebox';
import { problem } from '../../problem/problem.ts';
import { nearest } from '../values/nearest.ts';
import { defineKey } from '../word.ts';
import { nightlyPlaceholders, placeholdersIn } from './placeholders.ts';

export const description = defineKey({
  key: 'description',
  summary:
    "The playlist's description, one line of plain text (tags of HTML are left out: Spotify refuses them); `{count}`, `{top_artists}` and `{week}` are filled in. Left alone when it is not written.",
  example: 'description: City pop and synthwave for empty roads. {count} tracks.',
  schema: Type.Union([Type.String({ maxLength: 300, description: 'Text of up to 300 characters' }), Type.Null()]),
  read: (written, reading) => {
    const strange = placeholdersIn(written ?? '').filter((one) => !nightlyPlaceholders.includes(one));
    for (const found of strange) {
      const meant = nearest(found, nightlyPlaceholders);
      const facts = { what: 'description', found, wanted: `one of: ${nightlyPlaceholders.join(', ')}`, nearest: meant };
      reading.report(problem('rules/wrong-value', facts, reading.at()));
    }
    // Spotify refuses line breaks in descriptions; YAML makes them easily (`|`, `>`).
    return strange.length > 0 ? undefined : (written?.replaceAll(/\s+/g, ' ').trim() ?? null);
  },
  absent: (): string | null => null,
});
