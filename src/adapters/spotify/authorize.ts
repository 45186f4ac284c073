import { createHash } from 'node:crypto';
import type { AccountName } from '../../domain/ids.ts';
import { secretVariable } from '../../domain/sign-in.ts';
import { Agent, type Dispatcher } from '../../http/request.ts';
import type { Authorize, Question } from '../../ports/sign-in.ts';
import type { Clock, Slate } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { type Sending, send } from './http.ts';
import { encodeSecret, namesOf } from './secret.ts';
import { basicOf, readToken, type Said } from './token.ts';
import { patiently, unreachable, whoIs } from './who-is.ts';

export type Asking = {
  readonly apiUrl: string;
  readonly authUrl: string;
  readonly app: string;
  readonly clientId: string;
  /** Null: without one, by PKCE. */
  readonly clientSecret: string | null;
  readonly account: AccountName;
  readonly redirect: string;
  readonly clock: Clock;
  readonly slate: Slate;
  readonly signal?: AbortSignal;
};

const patienceMs = 30_000;

/** Sign-in by authorization code (`spotify-api.md` 3.1 and 3.2). */
export function authorize(asking: Asking): Authorize {
  const dispatcher = new Agent({ connectTimeout: 10_000, headersTimeout: patienceMs, bodyTimeout: patienceMs });
  const { account, redirect } = asking;
  return {
    redirect,
    variable: secretVariable(account),
    address: async (question) => {
      const url = addressOf(asking, question);
      await tryAddress(asking, url, dispatcher);
      return url;
    },
    exchange: async (code, question) => {
      const { token, date, refreshToken } = await takeUp(asking, code, question, dispatcher);
      const { clientSecret } = asking;
      const accessToken = token.access_token;
      const secrets = [accessToken, refreshToken, ...secretsOf(asking, code, question)];
      const { user } = await whoIs(asking, { accessToken, secrets }, dispatcher);
      const serverMs = date === null ? Number.NaN : Date.parse(date);
      return {
        user,
        scopes: typeof token.scope === 'string' ? new Set(token.scope.split(' ')) : undefined,
        serverMs: Number.isNaN(serverMs) ? null : serverMs,
        secret: (authorizedAt) =>
          encodeSecret({
            v: 1,
            refresh_token: refreshToken,
            ...(clientSecret === null ? {} : { client_secret: clientSecret }),
            ...namesOf(user),
            authorized_at: authorizedAt,
          }),
      };
    },
  };
}

function addressOf({ authUrl, clientId, clientSecret, redirect }: Asking, { scopes, state, verifier }: Question) {
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirect,
    scope: scopes.join(' '),
    state,
    // Who is signed in to several accounts sees which one it will be.
    show_dialog: 'true',
    ...(clientSecret === null ? { code_challenge_method: 'S256', code_challenge: challenge } : {}),
  };
  return `${authUrl}/authorize?${new URLSearchParams(query)}`;
}

/** Spotify tells the browser alone what is wrong with app or redirect address, and never comes back: so ask it as one. */
async function tryAddress(asking: Asking, url: string, dispatcher: Dispatcher): Promise<void> {
  const { app, clientId, redirect } = asking;
  const answer = await patiently(asking, () => send({ url, method: 'GET', headers: {}, secrets: [] }, dispatcher));
  if (answer.kind === 'broken') throw unreachable('GET /authorize', answer.reason);
  // Only its own words count: another page in its place says nothing about what a browser will see.
  if (answer.status !== 400) return;
  if (/INVALID_CLIENT: \w+ redirect|\bredirect_uri: /i.test(answer.text))
    throw new Failure([problem('sign-in/redirect', { app, redirect })]);
  if (/INVALID_CLIENT: |\bclient_id: /i.test(answer.text))
    throw new Failure([problem('sign-in/unknown-app', { app, clientId })]);
}

/** What is sent for a consent and nobody may read. */
const secretsOf = ({ clientId, clientSecret }: Asking, code: string, { verifier }: Question): readonly string[] => [
  code,
  verifier,
  ...(clientSecret === null ? [] : [clientSecret, basicOf(clientId, clientSecret)]),
];

async function takeUp(asking: Asking, code: string, question: Question, dispatcher: Dispatcher) {
  const { authUrl, clientId, clientSecret, redirect } = asking;
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirect };
  const basic = clientSecret === null ? null : basicOf(clientId, clientSecret);
  const sending: Sending = {
    url: `${authUrl}/api/token`,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(basic === null ? {} : { authorization: `Basic ${basic}` }),
    },
    secrets: secretsOf(asking, code, question),
    body: new URLSearchParams(
      basic === null ? { ...form, client_id: clientId, code_verifier: question.verifier } : form,
    ).toString(),
  };
  const answer = await patiently(asking, () => send(sending, dispatcher));
  if (answer.kind === 'broken') throw unreachable('POST /api/token', answer.reason);
  const said = readToken(answer.status, answer.text);
  if (said.kind !== 'token') throw new Failure([refusalOf(asking, said)]);
  const refreshToken = said.token.refresh_token ?? '';
  if (refreshToken === '') throw unreachable('POST /api/token', 'it gave no refresh token');
  return { token: said.token, date: answer.date, refreshToken };
}

function refusalOf(
  { app, clientId, clientSecret, account, redirect }: Asking,
  said: Exclude<Said, { readonly kind: 'token' }>,
): Problem {
  const { reason } = said;
  if (said.kind === 'unclear') return problem('spotify/unreachable', { request: 'POST /api/token', reason });
  if (said.error === 'invalid_client')
    return /secret/i.test(reason) || clientSecret !== null
      ? problem('sign-in/client-secret', { app, reason })
      : problem('sign-in/unknown-app', { app, clientId });
  if (/redirect/i.test(reason)) return problem('sign-in/redirect', { app, redirect });
  return problem('sign-in/refused', { account, reason });
}
