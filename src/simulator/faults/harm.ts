import { json, type Outgoing } from '../http/incoming.ts';
import { apiError, unauthorized } from '../http/refusal.ts';
import type { Fault } from '../world/schema/settings.ts';

const page = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>upstream error</body></html>';

/** What comes over the wire instead of the answer; `answer` is there when the server had done its work. */
export function harmed({ kind, retryAfterSeconds }: Fault, answer: Outgoing | undefined): Outgoing {
  switch (kind) {
    case '500':
      return apiError(500, 'Internal server error');
    case '502':
      return apiError(502, 'Error while loading resource');
    case '503':
      return apiError(503, 'Service unavailable');
    case '429':
      return apiError(429, 'API rate limit exceeded', { 'retry-after': `${retryAfterSeconds}` });
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
    case 'html':
      return { status: 502, headers: { 'content-type': 'text/html' }, body: page };
  }
}
