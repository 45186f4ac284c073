import type { Desired } from '../domain/desired.ts';
import type { Leaving } from '../domain/past.ts';
import { type Actual, keysOf, type RowKey } from '../domain/playlist.ts';
import type { Rule } from '../domain/rule.ts';
import type { Why } from '../domain/why.ts';
import { counts } from './requests/match.ts';

/** Rows that may not leave yet, and why each stays. */
export type Waiting = { readonly rows: ReadonlySet<string>; readonly why: (row: string) => Why };

/**
 * What the nights have planned to leave once tonight's plan is counted in. A night counts once, however often it is
 * planned, and a row that a plan keeps begins anew. Nights on which nothing was planned say nothing.
 */
export function leavingAfter(known: Leaving, actual: Actual, desired: Desired, night: string): Leaving {
  const wanted = counts(desired.rows.map(({ key }) => key));
  const leaving = [...counts(keysOf(actual.rows))].flatMap(([key, count]) => {
    if (count <= (wanted.get(key) ?? 0)) return [];
    const { nights = 0, last = '' } = known[key] ?? {};
    return [[key, last < night ? { nights: nights + 1, last: night } : { nights, last }] as const];
  });
  // The keys are those of rows.
  return Object.fromEntries(leaving) as Leaving;
}

/**
 * All rows but those that were planned to leave on as many nights running as the rule asks for; undefined when no row
 * has to wait. Rows that are not to leave are among them, so that a row that waits takes nobody else's seat.
 */
export function waitingFor({ settings: { guard } }: Rule, actual: Actual, leaving: Leaving): Waiting | undefined {
  const nightsOf = (key: string): number => leaving[key as RowKey]?.nights ?? 0;
  if (Object.keys(leaving).every((key) => nightsOf(key) >= guard.confirmNights)) return undefined;
  return {
    rows: new Set(keysOf(actual.rows).filter((key) => nightsOf(key) < guard.confirmNights)),
    why: (key) => ({
      stage: 'write',
      word: 'guard',
      datum: `to leave, planned on ${nightsOf(key)} of ${guard.confirmNights} nights`,
      at: guard.at,
    }),
  };
}
