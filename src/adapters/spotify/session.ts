import type { AccountName } from '../../domain/ids.ts';
import type { Dispatcher } from '../../http/request.ts';
import type { Clock } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { send } from './http.ts';
import type { Secret } from './secret.ts';
import { basicOf, readToken, type TokenJson } from './token.ts';

export type SignIn = {
  readonly account: AccountName;
  readonly authUrl: string;
  readonly clientId: string;
  readonly secret: () => Secret;
  /** Told of a secret that takes the place of the old one, and when its access token ends; nothing is sent before it is done. */
  readonly keep?: (secret: Secret, untilMs: number) => Promise<void>;
  /** What no message may hold, shared by all that sign in here; added to. */
  readonly secrets?: Set<string>;
  readonly clock: Clock;
  readonly dispatcher: Dispatcher;
  /** Aborted: no wait is sat out. */
  readonly signal?: AbortSignal;
};

/** How long before its end a token is replaced, in milliseconds. */
const earlyMs = 60_000;
const tries = 7;

/** The access token of one account: fetched when first needed, one request at a time, again before it ends. */
export class Session {
  readonly #signIn: SignIn;
  #token: { readonly text: string; readonly endsMs: number } | undefined;
  #refused: string | undefined;
  #refreshing: Promise<string> | undefined;
  #rotated: Secret | undefined;
  #scopes: ReadonlySet<string> | undefined;
  readonly #secrets: Set<string>;
  /** A sign-in that is over stays over: asking again changes nothing. */
  #over: Failure | undefined;

  constructor(signIn: SignIn) {
    this.#signIn = signIn;
    this.#secrets = signIn.secrets ?? new Set();
  }

  /** A refresh token that Spotify gave in place of the one in the secret; the old one may be dead. */
  get rotated(): string | undefined {
    return this.#rotated?.refresh_token;
  }

  /** Everything of this account that nobody may read, so far. */
  get secrets(): readonly string[] {
    return [...this.#secrets];
  }

  /** When the person signed in; undefined before the first request. */
  get authorizedAt(): string | undefined {
    return this.#token === undefined ? undefined : this.#signIn.secret().authorized_at;
  }

  /** What the person agreed to; undefined before the first request, or when Spotify does not say. */
  get scopes(): ReadonlySet<string> | undefined {
    return this.#scopes;
  }

  /** Spotify did not take this token: whoever asks next gets another. */
  refuse(token: string): void {
    this.#refused = token;
  }

  /** A token for the next request. */
  async token(): Promise<string> {
    const known = this.#token;
    if (known !== undefined && known.text !== this.#refused && this.#signIn.clock.now() < known.endsMs - earlyMs)
      return known.text;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<string> {
    const { clock, account, dispatcher, signal } = this.#signIn;
    if (this.#over !== undefined) throw this.#over;
    for (let attempt = 1; ; attempt++) {
      const answer = await send(this.#request(), dispatcher);
      const said = answer.kind === 'answer' ? readToken(answer.status, answer.text) : answer;
      if (said.kind === 'token') return this.#keep(said.token);
      const { reason } = said;
      if (said.kind === 'refused') {
        this.#over = new Failure([problem('spotify/sign-in-expired', { account, reason })]);
        throw this.#over;
      }
      if (attempt === tries) throw new Failure([problem('spotify/unreachable', { request, reason })]);
      await clock.sleep(1000 * 2 ** attempt, signal);
    }
  }

  #request() {
    const { clientId, authUrl } = this.#signIn;
    const { refresh_token, client_secret } = this.#secret();
    const form = { grant_type: 'refresh_token', refresh_token };
    const basic = client_secret === undefined ? undefined : basicOf(clientId, client_secret);
    for (const secret of [refresh_token, client_secret, basic]) if (secret !== undefined) this.#secrets.add(secret);
    return {
      url: `${authUrl}/api/token`,
      method: 'POST' as const,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(basic === undefined ? {} : { authorization: `Basic ${basic}` }),
      },
      secrets: this.secrets,
      body: new URLSearchParams(basic === undefined ? { ...form, client_id: clientId } : form).toString(),
    };
  }

  #secret(): Secret {
    return this.#rotated ?? this.#signIn.secret();
  }

  async #keep({ access_token, expires_in, refresh_token, scope }: TokenJson): Promise<string> {
    this.#secrets.add(access_token);
    const endsMs = this.#signIn.clock.now() + expires_in * 1000;
    if (typeof scope === 'string') this.#scopes = new Set(scope.split(' '));
    const old = this.#secret();
    if (typeof refresh_token === 'string' && refresh_token !== '' && refresh_token !== old.refresh_token) {
      this.#secrets.add(refresh_token);
      this.#rotated = { ...old, refresh_token };
      await this.#signIn.keep?.(this.#rotated, endsMs);
    }
    // Only now can it be had: the old secret may be good for nothing, so the new one comes first.
    this.#token = { text: access_token, endsMs };
    this.#refused = undefined;
    return access_token;
  }
}

const request = 'POST /api/token';
