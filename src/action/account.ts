import type { Ports } from '../app/ports.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';

/** Connects one account of the portfolio, or all when none is named; the others are left out of the run. */
export const connectOnly =
  (account: string | null, connect: Ports['connect']): Ports['connect'] =>
  (...given) => {
    const accounts = connect(...given);
    if (account === null) return accounts;
    const found = [...accounts].filter(([name]) => name === account);
    if (found.length > 0) return new Map(found);
    const known = [...accounts.keys()].join(', ');
    throw new Failure([problem('usage/bad-input', { input: 'account', reason: `"${account}" is none of ${known}` })]);
  };
