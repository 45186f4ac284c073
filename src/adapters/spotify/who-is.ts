import type { AccountName } from '../../domain/ids.ts';
import type { Closed } from '../../domain/portfolio.ts';
import { secondOf } from '../../domain/quota.ts';
import type { User } from '../../domain/user.ts';
import type { Dispatcher } from '../../http/request.ts';
import type { Clock, Slate } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { decode } from './decode/answers.ts';
import { closedUntil } from './gate.ts';
import { type Answered, send } from './http.ts';
import { problemOf } from './refusal.ts';

export type Asker = {
  readonly apiUrl: string;
  readonly account: AccountName;
  readonly app: string;
  readonly clock: Clock;
  readonly slate: Slate;
  readonly signal?: AbortSignal;
};

export type Someone = {
  readonly user: User;
  /** What the server's clock says, as it says it. */
  readonly date: string | null;
};

const tries = 3;

export type Shown = {
  readonly accessToken: string;
  /** What an answer may not repeat, it included. */
  readonly secrets: readonly string[];
};

/** Not everybody who may agree may use the app: its list of users and its owner's Premium show only here. */
export async function whoIs(asker: Asker, shown: Shown, dispatcher: Dispatcher): Promise<Someone> {
  const { accessToken, secrets } = shown;
  const { apiUrl, account, app, clock, slate } = asker;
  const request = 'GET /me';
  const headers = { authorization: `Bearer ${accessToken}` };
  const sending = { url: `${apiUrl}/me`, method: 'GET', headers, secrets } as const;
  const library: number[] = [];
  let closed: Closed = {};
  const ask = () => {
    library.push(secondOf(clock.now()));
    return send(sending, dispatcher);
  };
  try {
    // False refusals of good tokens pass (`spotify-api.md` 7).
    const answer = await patiently(asker, ask, [401]);
    if (answer.kind === 'broken') throw unreachable(request, answer.reason);
    if (answer.status === 200) return { user: decode.me(answer.text, request), date: answer.date };
    const said = problemOf(answer, { request, bucket: 'library', account, app }, clock.now());
    const untilMs = closedUntil(said, clock.now());
    if (untilMs !== undefined) closed = { library: new Date(untilMs).toISOString() };
    throw new Failure([said]);
  } finally {
    await slate.add(new Map([[account, { times: { library }, closed }]]));
  }
}

export const unreachable = (request: string, reason: string): Failure =>
  new Failure([problem('spotify/unreachable', { request, reason })]);

/** Tries again what no answer or a failing server came back to, and what says one of these. */
export async function patiently(
  { clock, signal }: Pick<Asker, 'clock' | 'signal'>,
  ask: () => Promise<Answered>,
  passing: readonly number[] = [],
): Promise<Answered> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    const isOver = answer.kind === 'answer' && answer.status < 500 && !passing.includes(answer.status);
    if (isOver || attempt === tries) return answer;
    await clock.sleep(1000 * 2 ** attempt, signal);
  }
}
