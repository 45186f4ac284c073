import type { Outgoing } from '../http/incoming.ts';

/** The answer with only the first rows of the page in it, and the word that this is the end; `total` goes on counting all. */
export function shortened(answer: Outgoing, keeps: number): Outgoing {
  if (answer.status !== 200 || answer.body === '') return answer;
  return { ...answer, body: JSON.stringify(cut(JSON.parse(answer.body), keeps)) };
}

/** The page is the answer itself or stands in it: the rows of a playlist, the tracks of an album, what was found. */
function cut(value: unknown, keeps: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { items, next } = value as { readonly items?: unknown; readonly next?: unknown };
  if (Array.isArray(items))
    return { ...value, items: items.slice(0, keeps), ...(next === undefined ? {} : { next: null }) };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cut(part, keeps)]));
}
