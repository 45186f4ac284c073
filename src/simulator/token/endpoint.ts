import { type Incoming, json, type Outgoing } from '../http/incoming.ts';
import type { Pace } from '../limits/pace.ts';
import type { LoggedRequest } from '../log/log.ts';
import type { World } from '../world/world.ts';
import { clientOf } from './client.ts';
import { exchange } from './exchange.ts';
import { oauthError } from './oauth-error.ts';
import { refresh } from './refresh.ts';
import type { Sessions } from './sessions.ts';

type Doors = { readonly sessions: Sessions; readonly tokenPace: Pace };

const lifetimeSeconds = 3600;

/** `POST /api/token`. Throws a `Refusal` in OAuth's shape. */
export function answerToken(world: World, gate: Doors, incoming: Incoming, logged: LoggedRequest): Outgoing {
  const type = incoming.headers['content-type'] ?? '';
  // Another content type is not read at all, so every field counts as missing.
  const isForm = type.split(';')[0]?.trim() === 'application/x-www-form-urlencoded';
  const form = new URLSearchParams(isForm ? incoming.body.toString() : '');
  const grantType = form.get('grant_type');
  if (grantType === null) throw oauthError('unsupported_grant_type', 'grant_type parameter is missing');
  if (grantType !== 'refresh_token' && grantType !== 'authorization_code') {
    throw oauthError('unsupported_grant_type', 'grant_type must be authorization_code or refresh_token');
  }
  const client = clientOf(world, form, incoming.headers.authorization);
  logged.app = client.app.id;
  logged.body = { grant_type: grantType };
  gate.tokenPace.admit(world, client.app.id, world.settings.tokenPace);
  const { user, authorization, rotated } =
    grantType === 'refresh_token' ? refresh(world, client, form) : exchange(world, client, form);
  logged.user = user.id;
  if (rotated !== null) logged.effect = true;
  const accessToken = gate.sessions.open({
    user: user.id,
    app: client.app.id,
    scopes: new Set(authorization.scopes.split(' ').filter((scope) => scope !== '')),
    expiresMs: world.nowMs + lifetimeSeconds * 1000,
  });
  return json(200, {
    access_token: accessToken,
    token_type: 'Bearer',
    scope: authorization.scopes,
    expires_in: lifetimeSeconds,
    ...(rotated === null ? {} : { refresh_token: rotated }),
  });
}
