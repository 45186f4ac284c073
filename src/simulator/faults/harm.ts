import { empty, json, type Outgoing, text } from '../http/incoming.ts';
import { apiError, notAllowListed, premiumLapsed, unauthorized } from '../http/refusal.ts';
import type { Fault } from '../world/schema/settings.ts';
import { shortened } from './short.ts';

const page = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>upstream error</body></html>';

/** What comes over the wire instead of the answer; `answer` is there when the server had done its work. */
export function harmed(fault: Fault, answer: Outgoing | undefined, nowMs: number): Outgoing {
  const outgoing = harmedBy(fault, answer, nowMs);
  return fault.body === undefined || outgoing.status < 400 ? outgoing : told(outgoing, fault.body);
}

function harmedBy(fault: Fault, answer: Outgoing | undefined, nowMs: number): Outgoing {
  const { kind, keeps = 0 } = fault;
  switch (kind) {
    case '500':
      return apiError(500, 'Internal server error');
    case '502':
      return apiError(502, 'Error while loading resource');
    case '503':
      return apiError(503, 'Service unavailable');
    case '429':
      return apiError(429, 'API rate limit exceeded', retryAfter(fault, nowMs));
    case 'quota-exceeded':
      return apiError(429, 'Too many requests', retryAfter(fault, nowMs), { reason: 'QUOTA_EXCEEDED' });
    case 'premium-lapsed':
      return premiumLapsed().answer;
    case 'not-allow-listed':
      return notAllowListed().answer;
    case 'false-401':
      return unauthorized('The access token expired').answer;
    case 'reset':
    case 'timeout':
      return { status: 0, headers: {}, body: '', harm: kind };
    case 'truncated':
      return { ...(answer ?? json(200, { items: [] })), harm: kind };
    // JSON of the wrong shape under a good status: believed, it would empty a playlist.
    case 'garbage':
      return json(200, { items: { total: 'many' }, tracks: 0, snapshot_id: null });
    case 'short':
      return shortened(answer ?? json(200, {}), keeps);
    case 'html':
      return { status: 502, headers: { 'content-type': 'text/html' }, body: page };
  }
}

function retryAfter({ retryAfterSeconds, retryAfterIsDate }: Fault, nowMs: number): Record<string, string> {
  if (retryAfterSeconds === null) return {};
  const until = new Date(nowMs + retryAfterSeconds * 1000).toUTCString();
  return { 'retry-after': retryAfterIsDate === true ? until : `${retryAfterSeconds}` };
}

/** The same refusal in plain text, or without a body (`spotify-api.md` 7). */
function told({ status, headers, body }: Outgoing, as: 'text' | 'empty'): Outgoing {
  const { 'content-type': type, ...others } = headers;
  if (as === 'empty') return { ...empty(status), headers: others };
  const plain = text(status, type?.includes('json') ? messageIn(body) : body);
  return { ...plain, headers: { ...others, ...plain.headers } };
}

// Sound: all refusals in JSON are made by `apiError`.
const messageIn = (body: string): string => (JSON.parse(body) as { error: { message: string } }).error.message;
