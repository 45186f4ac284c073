import type { AccountName } from '../../domain/ids.ts';
import type { Dispatcher } from '../../http/request.ts';
import type { Clock } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { type Answered, send } from './http.ts';
import { longestWaitMs } from './refusal.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Secret } from './secret.ts';
import { basicOf, readToken, type Said, type TokenJson } from './token.ts';

export type SignIn = {
  readonly account: AccountName;
  readonly authUrl: string;
  readonly app: string;
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
  #refusedToken: string | undefined;
  #refreshing: Promise<string> | undefined;
  #rotated: Secret | undefined;
  #scopes: ReadonlySet<string> | undefined;
  readonly #secrets: Set<string>;
  /** A refusal that holds until `untilMs`; for good where the sign-in is over. */
  #standing: { readonly failure: Failure; readonly untilMs: number } | undefined;

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
    this.#refusedToken = token;
  }

  /** A token for the next request. */
  async token(): Promise<string> {
    const known = this.#token;
    if (known !== undefined && known.text !== this.#refusedToken && this.#signIn.clock.now() < known.endsMs - earlyMs)
      return known.text;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<string> {
    const { clock, dispatcher, signal } = this.#signIn;
    if (this.#standing !== undefined && clock.now() < this.#standing.untilMs) throw this.#standing.failure;
    for (let attempt = 1; ; attempt++) {
      const answer = await send(this.#request(), dispatcher);
      const said = answer.kind === 'answer' ? readToken(answer.status, answer.text) : answer;
      if (said.kind === 'token') return this.#keep(said.token);
      if (said.kind === 'refused') throw this.#refusal(said);
      const { reason } = said;
      const waitMs = this.#waitMs(answer) ?? 1000 * 2 ** attempt;
      if (attempt === tries) throw new Failure([problem('spotify/unreachable', { request, reason })]);
      await clock.sleep(waitMs, signal);
    }
  }

  /** Only `invalid_grant` is about the sign-in: another one would mend nothing else. */
  #refusal({ error, reason }: Extract<Said, { readonly kind: 'refused' }>): Failure {
    const { account, app, clientId } = this.#signIn;
    switch (error) {
      case 'invalid_grant':
        return this.#refuseUntil(problem('spotify/sign-in-expired', { account, reason }));
      case 'invalid_client':
        return this.#refuseUntil(
          /secret/i.test(reason)
            ? problem('sign-in/client-secret', { app, reason })
            : problem('sign-in/unknown-app', { app, clientId }),
        );
      default:
        return new Failure([problem('sign-in/failed', { account, reason })]);
    }
  }

  /** How long a 429 asks to wait, as the Web API's do (`spotify-api.md` 5); undefined where nothing asks. */
  #waitMs(answer: Answered): number | undefined {
    if (answer.kind !== 'answer' || answer.status !== 429) return undefined;
    const nowMs = this.#signIn.clock.now();
    const waitMs = retryAfterMs(answer.retryAfter, nowMs);
    if (waitMs !== undefined && waitMs <= longestWaitMs) return waitMs;
    const said = problem('spotify/rate-limited', { request, retryAfterMs: waitMs ?? null });
    throw this.#refuseUntil(said, waitMs === undefined ? undefined : nowMs + waitMs);
  }

  #refuseUntil(said: Problem, untilMs = Number.POSITIVE_INFINITY): Failure {
    const failure = new Failure([said]);
    this.#standing = { failure, untilMs };
    return failure;
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
    this.#refusedToken = undefined;
    return access_token;
  }
}

const request = 'POST /api/token';
