import { type Incoming, json, type Outgoing } from '../http/incoming.ts';
import type { Time } from './time.ts';

/** `GET /clock` and `POST /clock/sleep {"untilMs": N}`: how several processes share one simulated time. */
export function answerClock(time: Time, { method, path, body }: Incoming): Outgoing {
  if (method === 'GET' && path === '/clock') return json(200, { nowMs: time.now() });
  if (method !== 'POST' || path !== '/clock/sleep') return json(404, { error: 'No such clock' });
  const untilMs = untilIn(body.toString());
  if (untilMs === undefined) return json(400, { error: 'Send {"untilMs": N}, milliseconds since 1970' });
  return json(200, { nowMs: time.sleepUntil(untilMs) });
}

function untilIn(text: string): number | undefined {
  try {
    const { untilMs } = JSON.parse(text) as { untilMs?: unknown };
    return typeof untilMs === 'number' && Number.isFinite(untilMs) ? untilMs : undefined;
  } catch {
    return undefined;
  }
}
