import { Ajv } from 'ajv';
import { Type } from 'typebox';
import type { Dispatcher } from 'undici';
import type { AccountName } from '../../domain/ids.ts';
import type { Clock } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { send } from './http.ts';
import type { Secret } from './secret.ts';

export type SignIn = {
  readonly account: AccountName;
  readonly authUrl: string;
  readonly clientId: string;
  readonly secret: () => Secret;
  readonly clock: Clock;
  readonly dispatcher: Dispatcher;
};

const isToken = new Ajv({ strict: false }).compile<{
  access_token: string;
  expires_in: number;
  refresh_token?: string;
}>(
  Type.Object({ access_token: Type.String(), expires_in: Type.Number(), refresh_token: Type.Optional(Type.String()) }),
);

/** How long before its end a token is replaced, in milliseconds. */
const earlyMs = 60_000;
const tries = 3;

/** The access token of one account: fetched when first needed, one request at a time, again before it ends. */
export class Session {
  readonly #signIn: SignIn;
  #token: { readonly text: string; readonly endsMs: number } | undefined;
  #refreshing: Promise<string> | undefined;
  #rotated: string | undefined;

  constructor(signIn: SignIn) {
    this.#signIn = signIn;
  }

  /** A refresh token that Spotify gave in place of the one in the secret; the old one may be dead. */
  get rotated(): string | undefined {
    return this.#rotated;
  }

  /** A token for the next request; `refused` is one that Spotify did not take. */
  async token(refused?: string): Promise<string> {
    const known = this.#token;
    if (known !== undefined && known.text !== refused && this.#signIn.clock.now() < known.endsMs - earlyMs)
      return known.text;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<string> {
    const { clock, account } = this.#signIn;
    for (let attempt = 1; ; attempt++) {
      const answer = await send(this.#request(), this.#signIn.dispatcher);
      if (answer.kind === 'answer' && answer.status === 200) return this.#keep(answer.text);
      const refused = answer.kind === 'answer' && answer.status < 500 && answer.status !== 429;
      if (refused) throw new Failure([refusal(account, answer.text)]);
      if (attempt === tries) {
        const reason = answer.kind === 'broken' ? answer.reason : `it says ${answer.status}`;
        throw new Failure([problem('spotify/unreachable', { request: 'POST /api/token', reason })]);
      }
      await clock.sleep(1000 * 2 ** attempt);
    }
  }

  #request() {
    const { clientId, authUrl, secret } = this.#signIn;
    const { refresh_token, client_secret } = secret();
    const form = { grant_type: 'refresh_token', refresh_token: this.#rotated ?? refresh_token };
    const basic =
      client_secret === undefined ? undefined : Buffer.from(`${clientId}:${client_secret}`).toString('base64');
    return {
      url: `${authUrl}/api/token`,
      method: 'POST' as const,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(basic === undefined ? {} : { authorization: `Basic ${basic}` }),
      },
      body: new URLSearchParams(basic === undefined ? { ...form, client_id: clientId } : form).toString(),
    };
  }

  #keep(text: string): string {
    const json = parse(text);
    if (!isToken(json))
      throw new Failure([problem('spotify/bad-answer', { request: 'POST /api/token', reason: 'it is no token' })]);
    this.#token = { text: json.access_token, endsMs: this.#signIn.clock.now() + json.expires_in * 1000 };
    this.#rotated = json.refresh_token ?? this.#rotated;
    return json.access_token;
  }
}

/** Spotify's words say why and hold no secret; they are cut short all the same. */
function refusal(account: AccountName, text: string): Problem {
  const json = parse(text);
  const said =
    typeof json === 'object' && json !== null && 'error_description' in json
      ? String(json.error_description)
      : 'Spotify refuses it';
  return problem('spotify/sign-in-expired', { account, reason: said.slice(0, 100) });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
