import { createHash } from 'node:crypto';
import { idFrom } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import type { Client } from './client.ts';
import { oauthError } from './oauth-error.ts';
import type { Grant } from './refresh.ts';

/** What a consent was given for. A code is good once and for ten minutes. */
export type Consent = {
  readonly user: string;
  readonly app: string;
  readonly redirectUri: string;
  readonly scopes: string;
  /** The S256 challenge; null when the client has a secret instead. */
  readonly challenge: string | null;
  readonly expiresMs: number;
};

/** By code; null for one that was used. */
const consents = new WeakMap<World, Map<string, Consent | null>>();

export function keepConsent(world: World, consent: Consent): string {
  const kept = consents.get(world) ?? new Map<string, Consent | null>();
  consents.set(world, kept);
  const code = `AQ${idFrom(`${world.seed} code ${kept.size} ${consent.user} ${world.nowMs}`)}`;
  kept.set(code, consent);
  return code;
}

/** A code becomes a refresh token: the six months begin here. */
export function exchange(world: World, { app, trusted }: Client, form: URLSearchParams): Grant {
  const code = form.get('code') ?? '';
  const kept = consents.get(world);
  const consent = kept?.get(code) ?? null;
  // Used up by the first try, whatever comes of it.
  if (consent !== null) kept?.set(code, null);
  if (consent === null || consent.app !== app.id || world.nowMs >= consent.expiresMs) {
    throw oauthError('invalid_grant', 'Invalid authorization code');
  }
  if (form.get('redirect_uri') !== consent.redirectUri) throw oauthError('invalid_grant', 'Invalid redirect URI');
  if (consent.challenge !== null) {
    const verifier = form.get('code_verifier') ?? '';
    const fits = createHash('sha256').update(verifier).digest('base64url') === consent.challenge;
    if (!/^[\w.~-]{43,128}$/.test(verifier) || !fits) {
      throw oauthError('invalid_grant', 'code_verifier was incorrect');
    }
  } else if (!trusted) {
    throw oauthError('invalid_client', 'Invalid client secret');
  }
  const user = world.users.get(consent.user);
  if (user === undefined) throw oauthError('invalid_grant', 'Invalid authorization code');
  const authorization = {
    token: `AQ${idFrom(`${code} refresh`)}${idFrom(`${code} token`)}`,
    app: app.id,
    scopes: consent.scopes,
    authorizedAt: new Date(world.nowMs).toISOString(),
    needsSecret: consent.challenge === null,
    revoked: false,
  };
  user.refreshTokens.push(authorization);
  return { user, authorization, rotated: authorization.token };
}
