import { type Facts, noFacts } from '../../domain/facts.ts';
import type { AccountName } from '../../domain/ids.ts';
import { libraryOf } from '../../domain/known/library.ts';
import { parseFacts } from '../../ledger/facts.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import type { Files } from '../../ports.ts';
import { Failure, orFail } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { nightAt } from '../night.ts';
import type { Workspace } from '../workspace.ts';
import { factsOf } from './known.ts';
import { remembering } from './memory.ts';
import { type Planned, planNight } from './plan.ts';

/** The facts in a file of `--save-facts`; none without one. */
export async function readFactsFile(files: Files, path: string | undefined): Promise<Facts> {
  if (path === undefined) return noFacts;
  const text = await files.read(path);
  if (text === undefined) throw new Failure([problem('plan/bad-file', { path, reason: 'there is no such file' })]);
  return orFail(parseFacts(text, path));
}

/** What the ledger knows, under what was given: facts from a file are newer. */
export function withLedger(accounts: ReadonlyMap<AccountName, AccountLedger>, given: Facts): Facts {
  const known = factsOf(accounts);
  return {
    version: 1,
    ...libraryOf(known, given),
    answers: { ...known.answers, ...given.answers },
    sizes: { ...known.sizes, ...given.sizes },
  };
}

/** The plan of a night from facts alone. */
export function planOffline(workspace: Workspace, facts: Facts, at: string, nowMs: number): Planned {
  const { portfolio, rules } = workspace.playbook;
  const night = nightAt(at, nowMs, portfolio.timezone);
  const memory = remembering({ ...workspace, ...night, rules, due: 'all' })(facts);
  return planNight({ ...workspace, ...night, facts, memory });
}
