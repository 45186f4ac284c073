import type { AccountName } from '../domain/ids.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import { endsOf } from '../ledger/runs.ts';
import { type Code, type Problem, problem } from '../problem/problem.ts';

type Ledgers = ReadonlyMap<AccountName, Pick<AccountLedger, 'runs'>>;

/**
 * An expired sign-in becomes `sign-in/replaced` where the last run that could sign in lost the token Spotify issued in its
 * place.
 */
export const withLostToken =
  (ledgers: Ledgers) =>
  (one: Problem): Problem => {
    if (one.code !== 'spotify/sign-in-expired') return one;
    const { account, reason } = one.facts;
    const night = nightOfLoss(account, ledgers);
    return night === undefined ? one : problem('sign-in/replaced', { account, reason, night });
  };

const over: readonly string[] = ['spotify/sign-in-expired', 'sign-in/replaced'] satisfies readonly Code[];
const lost: Code = 'spotify/rotated-not-kept';

function nightOfLoss(account: string, ledgers: Ledgers): string | undefined {
  // Names of accounts are brands of plain text.
  const { runs } = ledgers.get(account as AccountName) ?? { runs: [] };
  // Every account's record holds what went wrong with any of them.
  const own = endsOf(runs).map(({ night, problems }) => ({
    night,
    codes: problems.flatMap((one) => (one.account === account ? one.code : [])),
  }));
  const last = own.findLast(({ codes }) => !codes.some((code) => over.includes(code)));
  return last?.codes.includes(lost) === true ? last.night : undefined;
}
