import type { Answer } from '../domain/facts.ts';
import { messageOf } from '../problem/catalogue.ts';
import type { Failure } from '../problem/failure.ts';
import type { Code, Problem } from '../problem/problem.ts';

/**
 * What a failed reading says: an answer after all, that this one cannot be asked, that its bucket is closed, or that the
 * account cannot go on.
 */
export type Meaning =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'stop' };

const closed: readonly Code[] = ['spotify/quota-exceeded', 'spotify/rate-limited', 'spotify/budget-spent'];
const broken: readonly Code[] = ['spotify/server-error', 'spotify/bad-answer', 'spotify/bad-request'];

export function meaningOf({ problems: [first] }: Failure): Meaning {
  const { code } = first;
  if (code === 'spotify/not-found' || isWrongId(first))
    return { kind: 'answer', answer: { state: 'none', absence: 'missing' } };
  if (code === 'spotify/forbidden') return { kind: 'answer', answer: { state: 'none', absence: 'forbidden' } };
  if (isBroken(first)) return { kind: 'answer', answer: { state: 'part', found: null, because: messageOf(first) } };
  // The sign-in is good, and other rules may need less.
  if (code === 'spotify/missing-scope') return { kind: 'not-asked' };
  return closed.includes(code) ? { kind: 'closed' } : { kind: 'stop' };
}

/** A page that does not come through: the rest can still be read. */
export const isBroken = ({ code }: Problem): boolean => broken.includes(code);

/** 400 `Invalid base62 id`: nothing can have it. */
const isWrongId = ({ code, facts }: Problem): boolean =>
  code === 'spotify/bad-request' && /invalid\b.*\bid\b/i.test((facts as { message: string }).message);
