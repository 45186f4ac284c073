import { setSecret } from '@actions/core';

type Variables = Readonly<Record<string, string | undefined>>;

/** Keeps all secrets out of the log: must come before the first line is printed. */
export function maskSecrets(env: Variables): void {
  for (const secret of secretsIn(env)) setSecret(secret);
}

const tokens = [
  'INPUT_TOKEN',
  'INPUT_SECRETS-TOKEN',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'SETLIST_SECRETS_TOKEN',
  'SETLIST_CLIENT_SECRET',
];

/** What comes up during the run is hidden as soon as it does. */
export function maskNew(secret: string): void {
  for (const text of new Set([secret, encodeURIComponent(secret)])) setSecret(text);
}

/** The GitHub tokens, and of every account the text and what is secret in it, as they stand and as addresses hold them. */
export function secretsIn(env: Variables): readonly string[] {
  const accounts = Object.entries(env).flatMap(([name, text]) =>
    name.startsWith('SETLIST_TOKEN_') && text !== undefined ? [text, text.trim(), ...partsOf(text)] : [],
  );
  const given = [...accounts, ...tokens.map((name) => env[name] ?? '')];
  const alone = given.flatMap((secret) => [secret, ...secret.split(/\r?\n/)]).filter((secret) => secret.trim() !== '');
  return [...new Set(alone.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
}

/** Who the account is and when it was signed in are no secrets: hiding them would riddle the log. */
const open = ['user_id', 'account_id', 'authorized_at'];

/** Every text within a secret; a secret that is not as it should be may still be one. */
function partsOf(text: string): readonly string[] {
  const decoded = Buffer.from(text.trim(), 'base64url').toString('utf8');
  try {
    return textsIn(JSON.parse(decoded));
  } catch {
    return [];
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (open.includes(key) ? [] : textsIn(part)));
}
