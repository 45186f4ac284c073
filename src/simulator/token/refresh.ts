import { endOfSignIn } from '../../domain/sign-in.ts';
import { idFrom } from '../world/hash.ts';
import type { Authorization, User } from '../world/schema/people.ts';
import type { World } from '../world/world.ts';
import type { Client } from './client.ts';
import { oauthError } from './oauth-error.ts';

export type Grant = {
  readonly user: User;
  readonly authorization: Authorization;
  /** A new refresh token, when the old one was used up. */
  readonly rotated: string | null;
};

export function refresh(world: World, { app, trusted }: Client, form: URLSearchParams): Grant {
  const token = form.get('refresh_token');
  if (token === null || token === '') throw oauthError('invalid_request', 'refresh_token must be supplied');
  const [user, authorization] = find(world, token);
  if (user === undefined || authorization === undefined || authorization.app !== app.id) {
    throw oauthError('invalid_grant', 'Invalid refresh token');
  }
  if (authorization.needsSecret && !trusted) throw oauthError('invalid_client', 'Invalid client secret');
  if (authorization.revoked) throw oauthError('invalid_grant', 'Refresh token revoked');
  if (world.nowMs >= Date.parse(endOfSignIn(authorization.authorizedAt)))
    throw oauthError('invalid_grant', 'Refresh token expired');
  if (!app.rotates) return { user, authorization, rotated: null };
  authorization.revoked = true;
  const rotated = idFrom(`${world.seed} rotated ${token}`) + idFrom(`${token} ${world.nowMs}`);
  user.refreshTokens.push({ ...authorization, token: rotated, revoked: false });
  return { user, authorization, rotated };
}

function find(world: World, token: string): [User, Authorization] | [] {
  for (const user of world.users.values()) {
    const authorization = user.refreshTokens.find((one) => one.token === token);
    if (authorization !== undefined) return [user, authorization];
  }
  return [];
}
