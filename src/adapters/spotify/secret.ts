import { Ajv } from 'ajv';
import { Temporal } from 'temporal-polyfill';
import { type Static, Type } from 'typebox';
import type { AccountId, AccountName, UserId } from '../../domain/ids.ts';
import { ourSchemas } from '../../domain/schemas.ts';
import { secretVariable } from '../../domain/sign-in.ts';
import type { User } from '../../domain/user.ts';
import type { Checked } from '../../problem/checked.ts';
import { problem } from '../../problem/problem.ts';

const schema = Type.Object({
  v: Type.Literal(1),
  refresh_token: Type.String({ minLength: 1 }),
  client_secret: Type.Optional(Type.String()),
  user_id: Type.Optional(Type.String()),
  account_id: Type.Optional(Type.String()),
  /** When the person signed in: Spotify ends it six months later, whatever is refreshed meanwhile. */
  authorized_at: Type.String(),
});
export type Secret = Static<typeof schema>;

const isSecret = new Ajv(ourSchemas).compile<Secret>(schema);

export const encodeSecret = (secret: Secret): string => Buffer.from(JSON.stringify(secret)).toString('base64url');

/** What a secret says of whose it is. */
export const namesOf = ({ id, accountId }: User): Pick<Secret, 'user_id' | 'account_id'> => ({
  user_id: id,
  ...(accountId === null ? {} : { account_id: accountId }),
});

/** Whose a secret says that it is; undefined where it does not say. Older ones have the user's id as `account_id`. */
export function userIn({ user_id, account_id }: Secret): User | undefined {
  const id = user_id || account_id;
  if (!id) return undefined;
  // Both are brands of plain text.
  return { id: id as UserId, accountId: user_id && account_id ? (account_id as AccountId) : null };
}

/** The secret of an account as one opaque text, read; never part of any message. */
export function decodeSecret(text: string | undefined, account: AccountName): Checked<Secret> {
  const variable = secretVariable(account);
  if (text === undefined || text.trim() === '')
    return { ok: false, problems: [problem('spotify/no-token', { account, variable })] };
  const json = parse(Buffer.from(text.trim(), 'base64url').toString('utf8'));
  return isSecret(json) && isMoment(json.authorized_at)
    ? { ok: true, value: json }
    : { ok: false, problems: [problem('spotify/bad-token', { account, variable })] };
}

/** Judged before anything is sent: the end of the sign-in is worked out from it when everything is written. */
function isMoment(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== undefined;
  } catch {
    return false;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
