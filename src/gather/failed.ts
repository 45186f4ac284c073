import type { Answer } from '../domain/facts.ts';
import { messageOf } from '../problem/catalogue.ts';
import type { Failure } from '../problem/failure.ts';
import type { Code } from '../problem/problem.ts';

/** What a failed reading says: an answer after all, that its bucket is closed, or that the account cannot go on. */
export type Meaning =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'closed' }
  | { readonly kind: 'stop' };

const missing: readonly Code[] = ['spotify/not-found', 'spotify/bad-request'];
const closed: readonly Code[] = ['spotify/quota-exceeded', 'spotify/rate-limited'];
const broken: readonly Code[] = ['spotify/server-error', 'spotify/bad-answer'];

export function meaningOf({ problems: [first] }: Failure): Meaning {
  const { code } = first;
  if (missing.includes(code)) return { kind: 'answer', answer: { state: 'none', absence: 'missing' } };
  if (code === 'spotify/forbidden') return { kind: 'answer', answer: { state: 'none', absence: 'forbidden' } };
  if (broken.includes(code))
    return { kind: 'answer', answer: { state: 'part', found: null, because: messageOf(first) } };
  return closed.includes(code) ? { kind: 'closed' } : { kind: 'stop' };
}
