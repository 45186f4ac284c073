import type { AccountName, UserId } from '../../domain/ids.ts';
import type { App, Portfolio } from '../../domain/portfolio.ts';
import type { Origin } from '../../domain/records/origin.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { nearest } from '../../words/values/nearest.ts';

export type Chosen = { readonly account: AccountName; readonly app: App };

/** The account of that name, or the only one. */
export function chosen({ apps }: Portfolio, name: string | undefined): Chosen {
  const all = apps.flatMap((app) => app.accounts.map((account) => ({ account, app })));
  const [only] = all;
  if (name === undefined && only !== undefined && all.length === 1) return only;
  const found = all.find(({ account }) => account === name);
  if (found !== undefined) return found;
  const accounts = all.map(({ account }) => account);
  const close = name === undefined ? null : nearest(name, accounts);
  throw new Failure([problem('usage/no-such-account', { account: name ?? null, accounts, nearest: close })]);
}

/** Whether the one who signed in is whom the ledger knows by that account's name. */
export function strangerIn(origin: Origin | null, account: AccountName, user: UserId): Problem | undefined {
  const recorded = origin?.accounts[account];
  if (recorded !== undefined && recorded !== user)
    return problem('sign-in/other-user', { account, recorded, found: user });
  const known = Object.entries(origin?.accounts ?? {}).find(([name, other]) => name !== account && other === user);
  return known && problem('sign-in/same-user', { account, other: known[0], user });
}
