import type { Slug } from '../../domain/ids.ts';
import type { Place } from '../../domain/place.ts';
import type { Condition } from '../../domain/rule.ts';
import type { FieldWord } from '../word.ts';
import { fields } from './index.ts';

/** The rules whose playlists a condition looks at, and where it says so. One that does not exist would pass for an empty playlist. */
export function rulesIn(condition: Condition): readonly { readonly slug: Slug; readonly at: Place }[] {
  if (condition.kind === 'not') return rulesIn(condition.of);
  if (condition.kind !== 'test') return condition.of.flatMap(rulesIn);
  const field: FieldWord | undefined = (fields as Readonly<Record<string, FieldWord>>)[condition.word];
  return (field?.rules?.(condition.args) ?? []).map((slug) => ({ slug, at: condition.at }));
}
