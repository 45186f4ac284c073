import type { Rule } from '../../domain/rule.ts';
import { type Problem, problem } from '../../problem/problem.ts';

/** Words of one rule that cannot both be meant. */
export function conflictsIn({ take, settings: { guard, ack, protected: isProtected } }: Rule): readonly Problem[] {
  const tooMany =
    take.count !== null && take.count < guard.minTracks
      ? [
          problem(
            'rules/conflict',
            {
              words: ['take', 'guard'],
              reason: `it takes ${take.count} tracks, and fewer than ${guard.minTracks} (min_tracks) are held back every night`,
            },
            take.at,
          ),
        ]
      : [];
  const acked =
    isProtected && ack !== null
      ? [
          problem(
            'rules/conflict',
            { words: ['ack', 'protected'], reason: 'nothing is removed from a protected playlist' },
            ack.at,
          ),
        ]
      : [];
  return [...tooMany, ...acked];
}
