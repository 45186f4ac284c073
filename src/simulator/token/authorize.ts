import { type Incoming, type Outgoing, text } from '../http/incoming.ts';
import type { World } from '../world/world.ts';
import { keepConsent } from './exchange.ts';
import { knownScopes } from './known-scopes.ts';

const codeLifeMs = 600_000;

/**
 * `GET /authorize`, with a user who agrees at once: whom the world's `signsIn` names, or nobody. What is wrong with the
 * app or its address is shown as a page and sent nowhere; everything else goes back to the address.
 */
export function answerAuthorize(world: World, { query }: Incoming): Outgoing {
  const app = world.apps.get(query.get('client_id') ?? '');
  if (app === undefined) return text(400, 'INVALID_CLIENT: Invalid client');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (
    !app.redirectUris.some((known) => isSame(known, redirectUri)) ||
    !isTaken(new URL(redirectUri), world.settings.loopbackHyphens)
  ) {
    return text(400, 'INVALID_CLIENT: Invalid redirect URI');
  }
  const challenge = query.get('code_challenge');
  const user = world.settings.signsIn;
  const back = (answer: Record<string, string>): Outgoing => goTo(redirectUri, answer, query.get('state'));
  if (query.get('response_type') !== 'code') return back({ error: 'unsupported_response_type' });
  if (challenge !== null && query.get('code_challenge_method') !== 'S256') return back({ error: 'invalid_request' });
  const scopes = query.get('scope') ?? '';
  const areKnown = scopes.split(' ').every((scope) => scope === '' || knownScopes.has(scope));
  if (!areKnown) return back({ error: 'invalid_scope' });
  if (user === null || !world.users.has(user)) return back({ error: 'access_denied' });
  const expiresMs = world.nowMs + codeLifeMs;
  return back({ code: keepConsent(world, { user, app: app.id, redirectUri, scopes, challenge, expiresMs }) });
}

function goTo(redirectUri: string, answer: Record<string, string>, state: string | null): Outgoing {
  const location = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) location.searchParams.set(name, value);
  if (state !== null) location.searchParams.set('state', state);
  return { status: 302, headers: { location: location.href }, body: '' };
}

/** The same text; only a loopback address registered without a port goes with every port. */
function isSame(known: string, asked: string): boolean {
  if (!URL.canParse(asked)) return false;
  const { protocol, port } = new URL(asked);
  return known === asked || (protocol === 'http:' && port !== '' && known === asked.replace(`:${port}`, ''));
}

/** Without HTTPS only addresses of loopback in figures, so `localhost` never is. An app's own scheme still is. */
const isTaken = ({ protocol, hostname, pathname }: URL, loopbackHyphens: boolean): boolean =>
  hostname !== 'localhost' &&
  (protocol !== 'http:' ||
    ((hostname === '127.0.0.1' || hostname === '[::1]') && (loopbackHyphens || !pathname.includes('-'))));
