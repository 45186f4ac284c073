import { Type } from 'typebox';
import type { Entry } from '../../domain/facts.ts';
import type { PlaylistId } from '../../domain/ids.ts';
import type { Actual } from '../../domain/playlist.ts';
import { problem } from '../../problem/problem.ts';
import { below } from '../below.ts';
import { isDate } from '../values/date.ts';
import { readId } from '../values/read-id.ts';
import { defineSource, type Sourced } from '../word.ts';
import { foundIn } from './found.ts';
import { hasNot } from './without.ts';

const orders = ['original', 'newest', 'oldest'] as const;
type Args = {
  readonly id: PlaylistId;
  readonly order: (typeof orders)[number];
  /** A night: the playlist as the ledger knew it at its end. */
  readonly asOf: string | null;
};

export const playlist = defineSource({
  key: 'playlist',
  summary:
    'The tracks and episodes of a playlist that the account owns or may edit; Spotify shows no others. `as_of: 2026-10-01` reads what the ledger knew of it then.',
  example: '- playlist: { id: "https://open.spotify.com/playlist/37i9dQZF1DX0XUsuxWHRQd", order: newest }',
  schema: Type.Union([
    Type.String(),
    Type.Object(
      { id: Type.String(), order: Type.Optional(Type.Enum(orders)), as_of: Type.Optional(Type.String()) },
      { additionalProperties: false },
    ),
  ]),
  read: (written, reading): Args | undefined => {
    const whole = typeof written === 'string' ? { id: written } : written;
    const id = readId('playlist', whole.id, typeof written === 'string' ? reading : below(reading, 'id'));
    const { as_of: asOf = null } = whole;
    if (asOf !== null && !isDate(asOf)) {
      const facts = { what: 'as_of', found: `"${asOf}"`, wanted: 'a date like 2026-10-01', nearest: null };
      reading.report(problem('rules/wrong-value', facts, reading.at('as_of')));
      return undefined;
    }
    return id === undefined ? undefined : { id: id as PlaylistId, order: whole.order ?? 'original', asOf };
  },
  run: ({ id, order, asOf }, asking) => {
    if (asOf !== null) {
      // Until a night is over, what it comes to is not known; an answer that is kept for good would be wrong.
      if (asOf >= asking.night) return { ...nothing, gaps: [`playlist ${id} as of ${asOf}: that night is not over`] };
      const past = asking.answer<'as_of'>({ account: asking.account, kind: 'as_of', id, night: asOf });
      if (past === undefined) return undefined;
      const { found, gaps } = foundIn(past, `playlist ${id} as of ${asOf}`);
      return {
        entries: inOrder(entriesAsOf(found ?? [], asOf), order),
        gaps,
        without: hasNot(`not in it as of ${asOf}`),
      };
    }
    const answer = asking.answer<'playlist'>({ account: asking.account, kind: 'playlist', id });
    if (answer === undefined) return undefined;
    const { found, gaps } = foundIn(answer, `playlist ${id}`);
    if (found === null) return { ...nothing, gaps };
    return { entries: inOrder(entriesOf(found), order), gaps, without: hasNot(`not in "${found.details.name}"`) };
  },
});

const nothing = { entries: [], without: () => undefined };

/** Local files and what Spotify no longer has cannot be carried into another playlist. */
const entriesOf = ({ rows, details }: Actual): Sourced['entries'] =>
  rows.flatMap((row, index) => {
    const added = row.addedAt === null ? '' : `, added ${row.addedAt.slice(0, 10)}`;
    const datum = `row ${index + 1} of "${details.name}"${added}`;
    return row.kind === 'item' ? [{ uri: row.uri, addedAt: row.addedAt, datum }] : [];
  });

const entriesAsOf = (entries: readonly Entry[], night: string): Sourced['entries'] =>
  entries.map((one, index) => ({ ...one, datum: `track ${index + 1} as of ${night}` }));

function inOrder(entries: Sourced['entries'], order: Args['order']): Sourced['entries'] {
  if (order === 'original') return entries;
  const [dated, undated] = [
    entries.filter(({ addedAt }) => addedAt !== null),
    entries.filter(({ addedAt }) => addedAt === null),
  ];
  const direction = order === 'newest' ? -1 : 1;
  return [...dated.sort((one, other) => direction * byAge(one.addedAt, other.addedAt)), ...undated];
}

const byAge = (one: string | null, other: string | null): number => {
  const [first, second] = [one ?? '', other ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
};
