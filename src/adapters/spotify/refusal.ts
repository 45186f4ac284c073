import { type Problem, problem } from '../../problem/problem.ts';
import { retryAfterMs } from './retry-after.ts';

export type Refused = { readonly status: number; readonly text: string; readonly retryAfter: string | null };
export type Asked = {
  readonly request: string;
  readonly bucket: string;
  readonly account: string;
  readonly app: string;
};

/** The longest wait that a run sits out, in milliseconds; a longer one closes the bucket (`spotify-api.md` 5). */
export const longestWaitMs = 60_000;

/** What a refusal of the Web API means, by its status and its own words (`spotify-api.md` 7). */
export function problemOf(refused: Refused, asked: Asked, nowMs: number): Problem {
  const { status } = refused;
  const { request, bucket, account, app } = asked;
  const { message, reason } = wordsOf(refused.text);
  switch (status) {
    case 401:
      return problem('spotify/unauthorized', { account });
    case 403:
      if (/premium/i.test(message)) return problem('spotify/premium-lapsed', { app });
      if (/scope/i.test(message)) return problem('spotify/missing-scope', { account, lacks: [request] });
      if (/not registered/i.test(message)) return problem('spotify/not-allow-listed', { account });
      return problem('spotify/forbidden', { request, message });
    case 404:
      return problem('spotify/not-found', { request });
    case 429: {
      const waitMs = retryAfterMs(refused.retryAfter, nowMs) ?? null;
      if (reason === 'QUOTA_EXCEEDED') return problem('spotify/quota-exceeded', { bucket, retryAfterMs: waitMs });
      return problem('spotify/rate-limited', { request, retryAfterMs: waitMs });
    }
    default:
      return status >= 500
        ? problem('spotify/server-error', { request, status })
        : problem('spotify/bad-request', { request, status, message });
  }
}

/** Bodies are JSON as a rule, plain text at times, or empty. */
function wordsOf(text: string): { readonly message: string; readonly reason: string | null } {
  const json = parseOr(text);
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  if (typeof error !== 'object' || error === null) return { message: text.slice(0, 200), reason: null };
  const message = 'message' in error && typeof error.message === 'string' ? error.message.slice(0, 200) : '';
  return { message, reason: 'reason' in error && typeof error.reason === 'string' ? error.reason : null };
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
