import type { AccountName } from '../../domain/ids.ts';
import type { Place } from '../../domain/place.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { problem } from '../../problem/problem.ts';
import { nearest } from '../../words/values/nearest.ts';
import type { Report } from './read-portfolio.ts';

/** The account of a rule: the one that it names, or the only one; reports when that is none. */
export function findAccount(portfolio: Portfolio | undefined, report: Report) {
  const accounts = portfolio?.apps.flatMap((app) => app.accounts) ?? [];
  const [first] = accounts;
  return (name: string | null, at: Place): AccountName | undefined => {
    // What is wrong with the portfolio has been said; rules are read on, so that their mistakes are said as well.
    if (portfolio === undefined || first === undefined) return (name ?? '') as AccountName;
    if (name === null && accounts.length === 1) return first;
    if (name === null) report(problem('rules/missing-key', { key: 'account', in: 'rule' }, at));
    const found = accounts.find((account) => account === name);
    if (name !== null && found === undefined)
      report(
        problem('rules/no-such-account', { account: name, nearest: nearest(name, accounts), allowed: accounts }, at),
      );
    return found;
  };
}
