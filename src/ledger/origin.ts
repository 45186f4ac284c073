import { Type } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import { hashOf } from '../domain/hash.ts';
import type { AccountName } from '../domain/ids.ts';
import type { Origin } from '../domain/records/origin.ts';
import type { Checked } from '../problem/checked.ts';
import { recordParser } from './parse.ts';

const parse = recordParser(
  Type.Object(
    {
      version: Type.Literal(1),
      repository: Type.Union([Type.String(), Type.Null()]),
      accounts: Type.Record(Type.String(), Type.String()),
      accountIds: Type.Optional(Type.Record(Type.String(), Type.String())),
      simulated: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
);

export function parseOrigin(text: string, path: string): Checked<Origin> {
  const parsed = parse(text, path);
  // Names of accounts and users are brands of plain text.
  return parsed.ok ? { ok: true, value: parsed.value as Origin } : parsed;
}

export const renderOrigin = (origin: Origin): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(origin)), null, 2)}\n`;

/** What an account's chain hangs on: a chain of another repository or another user does not fit. */
export const rootOf = ({ repository, accounts, simulated }: Origin, account: AccountName): string =>
  hashOf({ repository, account, user: accounts[account] ?? null, simulated });
