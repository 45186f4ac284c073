import type { App } from '../world/schema/people.ts';
import type { World } from '../world/world.ts';
import { oauthError } from './oauth-error.ts';

export type Client = { readonly app: App /** Whether it showed its secret. */; readonly trusted: boolean };

/** Who asks: by Basic with the secret, or by a bare `client_id` as PKCE does. */
export function clientOf(world: World, form: URLSearchParams, authorization: string | undefined): Client {
  const basic = /^Basic (.+)$/.exec(authorization ?? '')?.[1];
  const [id, secret] =
    basic === undefined
      ? [form.get('client_id') ?? '', form.get('client_secret')]
      : splitOnce(Buffer.from(basic, 'base64').toString());
  const app = world.apps.get(id);
  if (app === undefined) throw oauthError('invalid_client', 'Invalid client');
  if (secret === null) return { app, trusted: false };
  if (app.secret === null || secret !== app.secret) throw oauthError('invalid_client', 'Invalid client secret');
  return { app, trusted: true };
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(':');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
