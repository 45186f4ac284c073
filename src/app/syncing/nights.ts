import type { AccountLedger } from '../../ledger/ledger.ts';
import { endsOf } from '../../ledger/runs.ts';
import { nightsToServe, startOfNightMs } from '../../words/settings/schedule/due.ts';

/** The nights of an account that tonight's run serves, and how long after the start of the earliest it began, in milliseconds. */
export function nightsOf(
  { runs }: AccountLedger,
  night: string,
  startedMs: number,
  timezone: string,
): { readonly nights: readonly string[]; readonly lateMs: number } {
  const served =
    endsOf(runs)
      .findLast(({ nights }) => nights.length > 0)
      ?.nights.at(-1) ?? null;
  const nights = nightsToServe(served, night);
  const [first] = nights;
  return { nights, lateMs: first === undefined ? 0 : startedMs - startOfNightMs(first, timezone) };
}
