import type { DetailsWrite } from '../domain/plan.ts';
import type { Details } from '../domain/playlist.ts';
import type { Rule } from '../domain/rule.ts';

/** Stands where a rule gives no description: Spotify takes no empty one, and a new playlist's first one is a mark to find it by. */
const unsaid = 'Kept in line by Setlist';

/** The description as it should read; null when the rule leaves it alone. */
export const descriptionOf = ({ description }: Rule, count: number): string | null =>
  description === null ? null : description.replaceAll('{count}', String(count));

/**
 * The details that differ, one request a field, since one that Spotify refuses must not take the others along. `public`
 * is asked for once, at the creation: Spotify often shows another value than was set (`spotify-api.md` 4.7).
 */
export function detailsWrites(rule: Rule, actual: Details | null, count: number): readonly DetailsWrite[] {
  const description = descriptionOf(rule, count);
  if (actual === null) return [{ kind: 'details', details: { description: description ?? unsaid } }];
  return [
    ...(rule.name === actual.name ? [] : [{ kind: 'details', details: { name: rule.name } } as const]),
    ...(description === null || description === '' || description === actual.description
      ? []
      : [{ kind: 'details', details: { description } } as const]),
  ];
}
