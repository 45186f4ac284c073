import { expect, test } from 'vitest';
import { withLostToken } from '../../src/app/replaced.ts';
import type { AccountName } from '../../src/domain/ids.ts';
import type { RunLine } from '../../src/domain/records/run.ts';
import { type Problem, problem } from '../../src/problem/problem.ts';

const lostBy = (account: string): Problem => {
  const variable = 'SETLIST_TOKEN_X';
  return problem('spotify/rotated-not-kept', { account, variable, reason: 'no place', until: 'then', to: null });
};
const overFor = (account: string): Problem => problem('spotify/sign-in-expired', { account, reason: 'revoked' });
const again = problem('sign-in/replaced', { account: 'one', reason: 'revoked', night: 'n1' });

const older = (one: Problem): Problem => ({ ...one, facts: {} }) as unknown as Problem;

/** The ends of runs of nights n1, n2 …, each with what went wrong. */
const ledgers = (...nights: readonly (readonly Problem[])[]) => {
  const runs = nights.map((problems, index) => ({
    event: 'end',
    night: `n${index + 1}`,
    // By its words nothing is found.
    problems: problems.map(({ code, facts }) => ({ ...facts, code, message: '' })),
  }));
  // All that is looked at of a record.
  return new Map([['one' as AccountName, { runs: runs as unknown as readonly RunLine[] }]]);
};

test.each<[string, ReturnType<typeof ledgers>, string | null]>([
  ['before any run', ledgers(), null],
  ['after the run that lost it', ledgers([], [lostBy('one')]), 'n2'],
  ['nights later', ledgers([lostBy('one')], [overFor('one')], [again]), 'n1'],
  ['after a sign-in that worked', ledgers([lostBy('one')], []), null],
  ["after another account's loss", ledgers([lostBy('one-more')]), null],
  ['of which older versions did not record whose it was', ledgers([older(lostBy('one'))]), null],
  ['with other accounts that are over', ledgers([lostBy('one'), overFor('two')]), 'n1'],
])('tells of a lost refresh token %s', (_, given, night) => {
  const said = withLostToken(given)(overFor('one'));
  expect(said).toEqual(
    night === null ? overFor('one') : problem('sign-in/replaced', { account: 'one', reason: 'revoked', night }),
  );
});

test('leaves other problems alone', () => {
  expect(withLostToken(ledgers([lostBy('one')]))(lostBy('one'))).toEqual(lostBy('one'));
});
