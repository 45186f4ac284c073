import type { Clock } from '../../ports.ts';
import type { Answer, Api, Parameters } from './api.ts';
import { refused } from './refused.ts';

/** How often something is tried again, and how long it is waited for before. */
export type Patience = {
  readonly clock: Clock;
  /** From 0 to 1, for the jitter of waits. */
  readonly random: () => number;
  readonly signal?: AbortSignal;
};

export const tries = 3;
const longestWaitMs = 60_000;

/** Waits before another try; false when there is no further, or GitHub asks for more patience than we have. */
export async function waited(answer: Answer, tried: number, patience: Patience): Promise<boolean> {
  if (tried >= tries || (answer.kind === 'wait' && answer.waitMs > longestWaitMs)) return false;
  const { clock, random, signal } = patience;
  const askedMs = answer.kind === 'wait' ? answer.waitMs : 0;
  await clock.sleep(askedMs + 500 * 2 ** tried * (0.5 + random()), signal);
  return true;
}

/** Asks for what may be asked again without harm, until it is answered or refused. */
export async function asked(ask: () => Promise<Answer>, patience: Patience): Promise<Answer> {
  for (let tried = 0; ; tried += 1) {
    const answer = await ask();
    if (answer.kind === 'answer' || answer.kind === 'refused') return answer;
    if (!(await waited(answer, tried, patience))) return answer;
  }
}

/** The answer to a harmless request; undefined when there is no such thing. Throws a `Failure` for all else. */
export async function read(
  api: Api,
  patience: Patience,
  { doing, route, ...parameters }: Parameters & { readonly doing: string; readonly route: string },
): Promise<unknown> {
  const answer = await asked(() => api.rest(route, parameters), patience);
  if (answer.kind === 'answer') return answer.data;
  if (answer.kind === 'refused' && answer.status === 404) return undefined;
  throw refused(doing, answer);
}
