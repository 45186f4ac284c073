import type { AccountName } from '../../domain/ids.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Scope } from '../../domain/scope.ts';
import type { ReadSpotify } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { scopesFor, toWrite } from '../../rules/scopes.ts';
import type { Account, Accounts } from '../ports.ts';

/** What a reading needs to be allowed (`spotify-api.md` 3.6); one that is not named needs nothing. */
const scopeByCall: { readonly [call in keyof ReadSpotify]?: Scope } = {
  listing: 'playlist-read-private',
  playlist: 'playlist-read-private',
  rows: 'playlist-read-private',
  liked: 'user-library-read',
  top: 'user-top-read',
  followed: 'user-follow-read',
};

/** The accounts, as which nothing is asked for that their sign-ins do not allow. */
export const covered = (accounts: Accounts, rules: readonly Rule[]): Accounts =>
  new Map([...accounts].map(([name, account]) => [name, guarded(account, name, rules)]));

/** What these rules need and the sign-ins of accounts that were used do not allow: one problem an account. */
export const uncovered = (accounts: Accounts, rules: readonly Rule[]): readonly Problem[] =>
  [...accounts].flatMap(([name, { scopes }]) => {
    const lacks = lackingIn(scopes(), name, rules);
    return lacks.length === 0 ? [] : missing(name, lacks);
  });

function guarded(account: Account, name: AccountName, rules: readonly Rule[]): Account {
  /** Throws a `Failure`, always the same, where one of them is lacking. */
  const mustAllow = (needed: readonly Scope[], granted: ReadonlySet<string> | undefined): void => {
    const lacks = lackingIn(granted, name, rules);
    if (needed.some((scope) => lacks.includes(scope))) throw new Failure([missing(name, lacks)]);
  };
  const read = Object.entries(account.read).map(([call, ask]) => {
    const scope = scopeByCall[call as keyof ReadSpotify];
    if (scope === undefined) return [call, ask] as const;
    const asked = async (...args: readonly unknown[]) => {
      mustAllow([scope], await account.granted());
      return (ask as (...given: readonly unknown[]) => unknown)(...args);
    };
    return [call, asked] as const;
  });
  return {
    ...account,
    // Sound: the same names, each with the arguments and the result of its own.
    read: Object.fromEntries(read) as unknown as ReadSpotify,
    whose: async () => {
      const user = await account.whose();
      // Known by now; whatever ended the run meanwhile, who it is was told.
      mustAllow(toWrite, account.scopes());
      return user;
    },
  };
}

const missing = (account: AccountName, lacks: readonly Scope[]): Problem =>
  problem('spotify/missing-scope', { account, lacks });

function lackingIn(
  granted: ReadonlySet<string> | undefined,
  account: AccountName,
  rules: readonly Rule[],
): readonly Scope[] {
  const needed = scopesFor(rules.filter((rule) => rule.account === account));
  return needed.filter((scope) => granted?.has(scope) === false);
}
