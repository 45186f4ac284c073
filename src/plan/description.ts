import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../domain/facts.ts';
import { isAddableUri } from '../domain/ids.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { Rule } from '../domain/rule.ts';

/** What a description can speak of. */
export type Spoken = { readonly rows: readonly RowKey[]; readonly facts: Facts; readonly night: string };

/** The most characters that Spotify takes (`spotify-api.md` 4.7). */
const mostCharacters = 300;

/** The description as it should read, its placeholders filled in; null when the rule leaves it alone. */
export function descriptionOf({ description }: Rule, spoken: Spoken): string | null {
  if (description === null) return null;
  const filled = description.replace(/\{(count|top_artists|week)\}/g, (_, word: keyof typeof placeholders) =>
    placeholders[word](spoken),
  );
  // Names of artists are strangers' text: no tags and no line ends, which Spotify refuses, and no more than it takes.
  const line = withoutTags(filled).replace(/\s+/g, ' ').trim();
  return [...line].length <= mostCharacters ? line : `${[...line].slice(0, mostCharacters - 1).join('')}…`;
}

/** What is left of one tag inside another may be a tag again. */
function withoutTags(text: string): string {
  const left = text.replace(/<[a-z/!?][^<>]*>/gi, '');
  return left === text ? text : withoutTags(left);
}

const placeholders = {
  count: ({ rows }: Spoken): string => String(rows.length),
  top_artists: ({ rows, facts }: Spoken): string => topArtists(rows, facts).join(', '),
  week: ({ night }: Spoken): string => weekOf(night),
} as const;

/** The three artists with most tracks, those of the first track first where they have as many. */
function topArtists(rows: readonly RowKey[], { items }: Facts): readonly string[] {
  const counts = new Map<string, number>();
  for (const key of rows) {
    const item = isAddableUri(key) ? items.get(key) : undefined;
    const name = item?.kind === 'track' ? item.artists[0]?.name : undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([name]) => name);
}

/** ISO week of a night: `2026-W47`. */
function weekOf(night: string): string {
  const date = Temporal.PlainDate.from(night);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}
