import { Type } from 'typebox';
import { type Candidate, groupsOf } from '../candidate.ts';
import { Neighbours } from './spread/neighbours.ts';
import { Queues } from './spread/queues.ts';
import { type Arranged, defineArrangement, type Slots } from './word.ts';

export type SpreadArgs = { readonly by: 'artist' | 'album' | 'any_artist'; readonly gap: number };

export const spread = defineArrangement({
  key: 'spread',
  summary:
    'Keeps tracks of one artist or album apart: `gap` other tracks stand between them wherever that is possible.',
  example: '- spread: { by: artist, gap: 4 }',
  schema: Type.Object(
    {
      by: Type.Optional(Type.Enum(['artist', 'album', 'any_artist'])),
      gap: Type.Integer({ minimum: 1, maximum: 100 }),
      if_impossible: Type.Optional(Type.Literal('best_effort')),
    },
    { additionalProperties: false },
  ),
  read: ({ by = 'artist', gap }): SpreadArgs => ({ by, gap }),
  says: ({ by, gap }) => `by ${by.replace('any_', 'any ')}, ${gap} between`,
  run: (args, rows, slots): Arranged => {
    const gentle = apart(args, rows, slots, (queues, fits) => queues.first(fits));
    // Whoever has most left goes first: this finds a way wherever there is one, but moves much.
    const strict = gentle.crowded === 0 ? gentle : apart(args, rows, slots, (queues, fits) => queues.longest(fits));
    const { placed, crowded } = strict.crowded < gentle.crowded ? strict : gentle;
    const what = args.by === 'album' ? 'from one album' : 'of one artist';
    return {
      rows: placed,
      gaveWay:
        crowded === 0
          ? []
          : [`spread gave way ${crowded === 1 ? 'once' : `${crowded} times`}: too many tracks ${what}`],
    };
  },
});

type Choose = (queues: Queues, fits: (groups: readonly string[]) => boolean) => Candidate | undefined;

/** Gives each free place, from the top, a track that has no neighbour of its group within the gap; where none has, the next in order. */
function apart({ by, gap }: SpreadArgs, rows: readonly Candidate[], slots: Slots, choose: Choose) {
  const queues = new Queues(rows, (row) => groupsOf(row, by));
  const near = new Neighbours(slots, (row) => groupsOf(row, by), gap);
  const placed: Candidate[] = [];
  let crowded = 0;
  for (const [place, slot] of slots.entries()) {
    if (slot !== undefined) continue;
    const chosen = choose(queues, (groups) => !groups.some((group) => near.has(group, place)));
    if (chosen === undefined) crowded += 1;
    const row = chosen ?? queues.first(() => true);
    if (row === undefined) break;
    near.put(groupsOf(row, by), place);
    placed.push(row);
  }
  return { placed, crowded };
}
