import { Type } from 'typebox';
import type { Guard, Limit } from '../../domain/settings.ts';
import { problem } from '../../problem/problem.ts';
import { parseShare } from '../values/share.ts';
import { defineKey, type Reading } from '../word.ts';

const share = Type.String({ description: 'A share like 25%' });
const rows = Type.Integer({ minimum: 0, maximum: 10_000 });

export const guard = defineKey({
  key: 'guard',
  summary:
    'Holds a night back that would change too much: most removals (a share and a number), fewest and most tracks, and what an empty source means.',
  example: 'guard: { max_removed: [25%, 40], min_tracks: 40 }',
  schema: Type.Object(
    {
      max_removed: Type.Optional(
        Type.Union([
          Type.Literal('learned'),
          Type.Array(Type.Union([share, rows]), {
            minItems: 2,
            maxItems: 2,
            description: 'A share and a number: [25%, 40]',
          }),
        ]),
      ),
      max_removed_28_nights: Type.Optional(share),
      max_added: Type.Optional(rows),
      min_tracks: Type.Optional(rows),
      max_tracks: Type.Optional(rows),
      empty_source: Type.Optional(Type.Enum(['keep_last_good', 'fail'])),
      confirm_nights: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
  read: (written, reading): Guard | undefined => {
    const maxRemoved = readLimit(written.max_removed ?? 'learned', reading);
    const share = readShare(written.max_removed_28_nights ?? '200%', reading, 'max_removed_28_nights');
    const { min_tracks: minTracks = 1, max_tracks: maxTracks = 10_000 } = written;
    if (minTracks > maxTracks) {
      const reason = `no playlist has at least ${minTracks} and at most ${maxTracks} tracks`;
      reading.report(
        problem('rules/conflict', { words: ['min_tracks', 'max_tracks'], reason }, reading.at('max_tracks')),
      );
    }
    if (maxRemoved === undefined || share === undefined || minTracks > maxTracks) return undefined;
    return {
      maxRemoved,
      maxRemoved28Nights: share,
      maxAdded: written.max_added ?? null,
      minTracks,
      maxTracks,
      emptySource: written.empty_source ?? 'keep_last_good',
      confirmNights: written.confirm_nights ?? 1,
      at: reading.at(),
    };
  },
  absent: (at): Guard => ({
    maxRemoved: 'learned',
    maxRemoved28Nights: 2,
    maxAdded: null,
    minTracks: 1,
    maxTracks: 10_000,
    emptySource: 'keep_last_good',
    confirmNights: 1,
    at,
  }),
});

function readLimit(written: 'learned' | readonly (string | number)[], reading: Reading): Limit | 'learned' | undefined {
  if (written === 'learned') return 'learned';
  const [first, count] = written;
  if (typeof first === 'string' && typeof count === 'number') {
    const share = readShare(first, reading, 'max_removed', 0);
    return share === undefined ? undefined : { share, count };
  }
  const facts = {
    what: 'max_removed',
    found: written.join(', '),
    wanted: 'a share, then a number: [25%, 40]',
    nearest: null,
  };
  reading.report(problem('rules/wrong-value', facts, reading.at('max_removed')));
  return undefined;
}

function readShare(text: string, reading: Reading, ...path: readonly (string | number)[]): number | undefined {
  const share = parseShare(text);
  if (share !== undefined) return share;
  const facts = { what: String(path[0]), found: `"${text}"`, wanted: 'a share like 25%', nearest: null };
  reading.report(problem('rules/wrong-value', facts, reading.at(...path)));
  return undefined;
}
