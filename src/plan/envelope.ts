import type { Plan } from '../domain/plan.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { isWritten } from './assemble.ts';

const words = {
  removals: 'removals',
  additions: 'additions',
  requests: 'requests',
  datesLost: 'lost "added" dates',
} as const;
const ceilings = ['removals', 'additions', 'requests', 'datesLost'] as const;

/** In what a plan made now goes beyond one that was approved; nothing when it stays inside. */
export function leftEnvelope({ envelope: allowed }: Plan, now: Plan): readonly Problem[] {
  const strangers = now.playlists
    .filter((one) => isWritten(one) && !allowed.playlists.includes(one.slug))
    .map(({ name, writes }) =>
      problem('plan/left-envelope', { playlist: name, what: 'writes', planned: writes.length, allowed: 0 }),
    );
  const beyond = ceilings
    .filter((what) => now.envelope[what] > allowed[what])
    .map((what) =>
      problem('plan/left-envelope', {
        playlist: 'the night',
        what: words[what],
        planned: now.envelope[what],
        allowed: allowed[what],
      }),
    );
  return [...strangers, ...beyond];
}
