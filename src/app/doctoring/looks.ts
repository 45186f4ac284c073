import { Failure } from '../../problem/failure.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Look } from '../../report/text/doctor.ts';

export const well = (id: string, says: string): Look => ({ kind: 'well', id, says });

export const not = (id: string, problem: Problem): Look => ({ kind: 'problem', id, problem });

export const unseen = (id: string, what: string, why: string, how: string | null = null): Look => ({
  kind: 'unseen',
  id,
  what,
  why,
  how,
});

export type Tried<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly looks: readonly [Look, ...Look[]] };

/** What comes of it, or what was in the way. */
export async function tried<T>(id: string, ask: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { ok: true, value: await ask() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [first, ...others] = error.problems;
    return { ok: false, looks: [not(id, first), ...others.map((problem) => not(id, problem))] };
  }
}
