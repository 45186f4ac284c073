import { Type } from 'typebox';
import type { AccountId, UserId } from '../../../domain/ids.ts';
import type { User } from '../../../domain/user.ts';
import { decoder } from './shape.ts';

const read = decoder(
  Type.Object({
    id: Type.String(),
    // Since May 2026 (`spotify-api.md` 2.1).
    account_id: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  }),
);

/** Who it is that `GET /me` is about. */
export function userFrom(text: string, request: string): User {
  const { id, account_id } = read(text, request);
  // Both are brands of plain text.
  return { id: id as UserId, accountId: (account_id || null) as AccountId | null };
}
