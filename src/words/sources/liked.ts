import { Type } from 'typebox';
import type { Answer, Entry } from '../../domain/facts.ts';
import { below } from '../below.ts';
import { type DaySpan, dayIn, lastDays, lastInWords } from '../values/days.ts';
import { readDate, readDaySpan } from '../where/date.ts';
import { type Asking, defineSource, type Reading, type Without } from '../word.ts';
import { foundIn } from './found.ts';

/** A day, or so long before the night. */
type Since = { readonly day: string } | DaySpan;
type Args = { readonly since: Since | null; readonly limit: number | null };

export const liked = defineSource({
  key: 'liked',
  summary: 'The tracks that the account has saved, newest first.',
  example: '- liked: { since: 30d, limit: 50 }',
  schema: Type.Union([
    Type.Null(),
    Type.Object(
      {
        since: Type.Optional(Type.String({ description: 'A date, or a span: 2026-11-01, 30d' })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
      },
      { additionalProperties: false },
    ),
  ]),
  alone: true,
  scopes: () => ['user-library-read'],
  read: (written, reading): Args | undefined => {
    const { since: text, limit = null } = written ?? {};
    if (text === undefined) return { since: null, limit };
    const since = readSince(text, below(reading, 'since'));
    return since && { since, limit };
  },
  run: ({ since, limit }, asking) => {
    const first = since === null ? null : 'day' in since ? since.day : lastDays(asking.night, since).first;
    const answer = askFor(limit, first, asking);
    if (answer === undefined) return undefined;
    const { found, gaps } = foundIn(answer, 'the list of liked tracks');
    const entries = (found ?? []).filter((entry) => isSince(entry, first, asking)).slice(0, limit ?? undefined);
    return {
      entries: entries.map((entry) => ({ ...entry, datum: datumOf(entry) })),
      gaps,
      without: ({ uri }) =>
        leftOut(
          found?.find((entry) => entry.uri === uri),
          { since, limit, first },
          asking,
        ),
    };
  },
});

const readSince = (text: string, reading: Reading): Since | undefined => {
  if (!/^\d{4}(?:-|$)/.test(text)) return readDaySpan(text, reading);
  const day = readDate(text, reading)?.first;
  return typeof day === 'string' ? { day } : undefined;
};

/** The saved tracks back to a day: a page or ten first, all of them only when those do not reach back so far. */
function askFor(limit: number | null, first: string | null, asking: Asking): Answer<'liked'> | undefined {
  const steps = first === null ? [limit] : [...[50, 500].filter((most) => limit === null || most < limit), limit];
  for (const most of steps) {
    const answer = asking.answer<'liked'>({ account: asking.account, kind: 'liked', most });
    if (answer?.state !== 'whole' || most === null || most === limit) return answer;
    const last = answer.found.at(-1);
    if (answer.found.length < most || (last !== undefined && !isSince(last, first, asking))) return answer;
  }
  return undefined;
}

function isSince({ addedAt }: Entry, first: string | null, { timezone }: Asking): boolean {
  if (first === null) return true;
  const day = addedAt === null ? undefined : dayIn(timezone, addedAt);
  return day !== undefined && day >= first;
}

function leftOut(
  entry: Entry | undefined,
  { since, limit, first }: Args & { readonly first: string | null },
  asking: Asking,
): Without {
  const last = since === null || 'day' in since ? null : lastInWords(since);
  if (entry === undefined) {
    if (first !== null)
      return { datum: `not liked ${last === null ? `since ${first}` : `in ${last}`}`, decided: false };
    return { datum: limit === null ? 'not liked' : `not among the newest ${limit} that are liked`, decided: false };
  }
  const why = isSince(entry, first, asking)
    ? `not among the newest ${limit}`
    : last === null
      ? `before ${first}`
      : `out of ${last}`;
  return { datum: `${datumOf(entry)}, ${why}`, decided: true };
}

const datumOf = ({ addedAt }: Entry): string => (addedAt === null ? 'liked' : `liked ${addedAt.slice(0, 10)}`);
