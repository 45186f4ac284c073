import { apiError, Refusal } from '../http/refusal.ts';
import type { App } from '../world/schema/people.ts';
import type { World } from '../world/world.ts';
import { fullFor } from './window.ts';

export type Pace = { admit(world: World, app: App): void };

/** The rolling window of each app, in memory only. */
export function startPace(): Pace {
  const sentByApp = new Map<string, number[]>();
  return {
    admit({ nowMs, settings: { refusedCount } }, { id, pace }) {
      if (pace === null) return;
      const sent = sentByApp.get(id) ?? [];
      sentByApp.set(id, sent);
      const window = { most: pace.requests, windowMs: pace.seconds * 1000, refusedCount };
      const seconds = fullFor(sent, window, nowMs);
      if (seconds === undefined) return;
      throw new Refusal(apiError(429, 'API rate limit exceeded', { 'retry-after': `${seconds}` }));
    },
  };
}
