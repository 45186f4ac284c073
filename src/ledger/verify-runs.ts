import type { AccountName } from '../domain/ids.ts';
import type { RunId, RunLine } from '../domain/records/run.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Months } from './chain.ts';
import { shelfPath } from './paths.ts';

/** The runs of an account with the files that they stand in. */
export type RunMonths = readonly { readonly path: string; readonly lines: readonly RunLine[] }[];

/** The first run that says of the audit's end what the chain does not: a chain that was cut off is whole in itself. */
export function cutOffIn(
  account: AccountName,
  root: string,
  { audit, runs }: { readonly audit: Months; readonly runs: RunMonths },
): readonly Problem[] {
  const digests = [root, ...audit.flatMap(({ lines }) => lines.map(({ digest }) => digest))];
  for (const { path, lines } of runs)
    for (const [index, line] of lines.entries()) {
      if (line.event !== 'end') continue;
      const { entries, digest } = line.audit;
      const found = digests[entries];
      if (found === digest) continue;
      const left = digests.length - 1;
      if (found === undefined) {
        const last = audit.at(-1);
        const what = `is missing: run ${line.run} left ${entries} entries in the audit, there are ${left}`;
        const place = last?.path ?? shelfPath(account, 'audit', line.night);
        return [problem('ledger/altered', { path: place, line: (last?.lines.length ?? 0) + 1, what, by: null })];
      }
      const reason = `line ${index + 1}: the audit's entry ${entries} is not the one with which run ${line.run} ended`;
      return [problem('ledger/disagrees', { path, reason })];
    }
  return [];
}

/** Entries of runs that no record tells of, one a run. `known`: the runs of all accounts, since one run serves them all. */
export function unknownRunsIn(audit: Months, known: ReadonlySet<RunId>): readonly Problem[] {
  const found = new Map<RunId, Problem>();
  for (const { path, lines } of audit)
    for (const [index, line] of lines.entries()) {
      if (!('body' in line) || known.has(line.body.run) || found.has(line.body.run)) continue;
      const reason = `line ${index + 1} is of run ${line.body.run}, of which no record tells`;
      found.set(line.body.run, problem('ledger/disagrees', { path, reason }));
    }
  return [...found.values()];
}
