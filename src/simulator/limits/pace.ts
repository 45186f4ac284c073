import { apiError, Refusal } from '../http/refusal.ts';
import type { App } from '../world/schema/people.ts';

export type Pace = { admit(app: App, nowMs: number): void };

/** The rolling window of each app. Refused requests do not count. */
export function startPace(): Pace {
  const sentByApp = new Map<string, number[]>();
  return {
    admit({ id, pace }, nowMs) {
      if (pace === null) return;
      const windowMs = pace.seconds * 1000;
      const sent = sentByApp.get(id) ?? [];
      sentByApp.set(id, sent);
      while (sent[0] !== undefined && sent[0] <= nowMs - windowMs) sent.shift();
      const [oldest] = sent;
      if (oldest !== undefined && sent.length >= pace.requests) {
        const seconds = Math.max(1, Math.ceil((oldest + windowMs - nowMs) / 1000));
        throw new Refusal(apiError(429, 'API rate limit exceeded', { 'retry-after': `${seconds}` }));
      }
      sent.push(nowMs);
    },
  };
}
