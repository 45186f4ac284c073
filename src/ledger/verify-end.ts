import type { AuditLine } from '../domain/records/audit.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Months } from './chain.ts';
import type { AccountLedger } from './ledger.ts';
import { originPath, type Shelf, shelfPath } from './paths.ts';
import { cutOffIn } from './verify-runs.ts';

/**
 * Whether the audit begins at its origin and reaches as far as the runs say. What lies between is `checkChain`'s to say: that
 * takes time, and this is done whenever a ledger is used. `root`: what the account's chain hangs on.
 */
export function endsIn({ account, audit, runs }: AccountLedger, root: string): readonly Problem[] {
  const first = runs.find((line) => line.event === 'end')?.audit;
  const begins = audit[0]?.previous ?? (first?.entries === 0 ? first.digest : root);
  if (begins !== root)
    return [
      problem('ledger/disagrees', { path: originPath, reason: `the audit of "${account}" begins at another origin` }),
    ];
  const months = <T>(shelf: Shelf, lines: readonly T[], nightOf: (line: T) => string) =>
    [...Map.groupBy(lines, (line) => shelfPath(account, shelf, nightOf(line)))].map(([path, all]) => ({
      path,
      lines: all,
    }));
  const audits: Months = months('audit', audit, nightOf);
  return cutOffIn(account, root, { audit: audits, runs: months('runs', runs, ({ night }) => night) });
}

const nightOf = (line: AuditLine): string => ('body' in line ? line.body.night : line.night);
