import type { AccountName } from '../../domain/ids.ts';
import type { App, Portfolio } from '../../domain/portfolio.ts';
import { type Origin, userOf } from '../../domain/records/origin.ts';
import { isSameUser, type User } from '../../domain/user.ts';
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
export function strangerIn(origin: Origin | null, account: AccountName, user: User): Problem | undefined {
  const recorded = userOf(origin, account);
  if (recorded !== undefined && !isSameUser(recorded, user))
    return problem('sign-in/other-user', { account, recorded: recorded.id, found: user.id });
  // The keys of an origin are names of accounts.
  const other = (Object.keys(origin?.accounts ?? {}) as AccountName[]).find((name) => {
    const known = userOf(origin, name);
    return name !== account && known !== undefined && isSameUser(known, user);
  });
  return other && problem('sign-in/same-user', { account, other, user: user.id });
}
