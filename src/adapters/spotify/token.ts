import { Ajv } from 'ajv';
import { type Static, Type } from 'typebox';
import { ourSchemas } from '../../domain/schemas.ts';

const TokenJson = Type.Object({
  access_token: Type.String({ minLength: 1 }),
  expires_in: Type.Number(),
  refresh_token: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  scope: Type.Optional(Type.Union([Type.String(), Type.Null()])),
});
export type TokenJson = Static<typeof TokenJson>;

const isToken = new Ajv({ ...ourSchemas, strict: false }).compile<TokenJson>(TokenJson);

/** What the token endpoint said: a token, why there is none, or nothing that can be read. */
export type Said =
  | { readonly kind: 'token'; readonly token: TokenJson }
  /** In OAuth's words, which hold no secret. */
  | { readonly kind: 'refused'; readonly error: string; readonly reason: string }
  | { readonly kind: 'unclear'; readonly reason: string };

export function readToken(status: number, text: string): Said {
  const json = parse(text);
  if (status === 200) {
    if (isToken(json)) return { kind: 'token', token: json };
    return { kind: 'unclear', reason: 'what it answers is no token' };
  }
  const isOAuth = typeof json === 'object' && json !== null && 'error' in json && typeof json.error === 'string';
  if (status < 400 || status >= 429 || !isOAuth) return { kind: 'unclear', reason: `it says ${status}` };
  const reason = 'error_description' in json ? String(json.error_description) : String(json.error);
  return { kind: 'refused', error: String(json.error), reason: reason.slice(0, 100) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How a client with a secret shows it. */
export const basicOf = (clientId: string, clientSecret: string): string =>
  Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
