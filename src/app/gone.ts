import { canonicalJson } from '../domain/canonical.ts';
import type { AccountName } from '../domain/ids.ts';
import { noControl } from '../domain/portfolio.ts';
import type { Origin } from '../domain/records/origin.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import { accountFolder, originPath } from '../ledger/paths.ts';
import type { Git } from '../ports.ts';
import { type Problem, problem } from '../problem/problem.ts';

/**
 * Folders of accounts that the origin names and that are gone: git remembers them, and they did not go with a whole ledger.
 * A run that was killed early may have named an account of which there is nothing yet.
 */
export async function goneFolders(
  origin: Origin,
  accounts: ReadonlyMap<AccountName, AccountLedger>,
  git: Git,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [name, ledger] of accounts) {
    if (origin.accounts[name] === undefined || !isEmpty(ledger)) continue;
    const path = accountFolder(name);
    const [last] = await git.log([path], { most: 1 });
    if (last === undefined || (await git.read(last.commit, originPath)) === undefined) continue;
    const reason = `it is missing, and ${originPath} names the account`;
    problems.push(problem('ledger/broken', { path, reason }));
  }
  return problems;
}

/** A ledger that stands there of nobody. */
export const originGone = (): Problem =>
  problem('ledger/broken', { path: originPath, reason: 'it is missing, and a ledger is there' });

/** What an import wrote down of rules alone is no ledger yet. */
export const isBegun = ({ playlists, history, audit, runs }: AccountLedger): boolean =>
  playlists.size + history.length + audit.length + runs.length > 0;

const isEmpty = (ledger: AccountLedger): boolean =>
  !isBegun(ledger) && canonicalJson(ledger.control) === canonicalJson(noControl);
