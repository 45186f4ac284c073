import { readsAs } from '../domain/escaped.ts';
import { isNonce } from '../domain/nonce.ts';
import type { DetailsWrite } from '../domain/plan.ts';
import type { Details } from '../domain/playlist.ts';
import type { Rule } from '../domain/rule.ts';
import { descriptionOf, type Spoken } from './description.ts';

/** Stands where a rule gives no description: Spotify takes no empty one, and a new playlist's first one is a mark to find it by. */
const unsaid = 'Kept in line by Setlist';

/**
 * The details that differ, one request a field, since one that Spotify refuses must not take the others along. `public`
 * is asked for once, at the creation: Spotify often shows another value than was set (`spotify-api.md` 4.7).
 */
export function detailsWrites(rule: Rule, actual: Details | null, spoken: Spoken): readonly DetailsWrite[] {
  const description = descriptionOf(rule, spoken);
  if (actual === null) return [{ kind: 'details', details: { description: description || unsaid } }];
  const said = description === null || description === '' ? (isNonce(actual.description) ? unsaid : null) : description;
  return [
    ...(readsAs(rule.name, actual.name) ? [] : [{ kind: 'details', details: { name: rule.name } } as const]),
    ...(said === null || readsAs(said, actual.description)
      ? []
      : [{ kind: 'details', details: { description: said } } as const]),
  ];
}
