import type { Outgoing } from '../http/incoming.ts';
import { Refusal } from '../http/refusal.ts';
import type { World } from '../world/world.ts';
import { fullFor } from './window.ts';

/** So many requests in so many seconds; null: as many as one likes. */
export type Limit = { readonly requests: number; readonly seconds: number } | null;
export type Pace = { admit(world: World, app: string, limit: Limit): void };

/** The rolling window of each app, in memory only. `refused` is the answer of one that is full, but for the wait. */
export function startPace(refused: Outgoing): Pace {
  const sentByApp = new Map<string, number[]>();
  return {
    admit({ nowMs, settings: { refusedCount } }, app, limit) {
      if (limit === null) return;
      const sent = sentByApp.get(app) ?? [];
      sentByApp.set(app, sent);
      const seconds = fullFor(sent, { most: limit.requests, windowMs: limit.seconds * 1000, refusedCount }, nowMs);
      if (seconds === undefined) return;
      throw new Refusal({ ...refused, headers: { ...refused.headers, 'retry-after': `${seconds}` } });
    },
  };
}
