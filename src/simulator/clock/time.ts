import type { World } from '../world/world.ts';
import { befall } from './befall.ts';

/** Simulated time: it stands still until someone sleeps. */
export type Time = {
  now(): number;
  /** Moves on to that moment if it is still to come; what was due by then happens on the way, each at its own time. */
  sleepUntil(untilMs: number): number;
};

export function startTime(world: World): Time {
  // Looking through all happenings at every sleep would cost more than the requests in between.
  let nextDueMs = Number.NEGATIVE_INFINITY;
  let looked: unknown;
  let lookedAt = 0;

  const soonest = (): number => world.happenings.reduce((min, { at }) => Math.min(min, Date.parse(at)), Infinity);
  const look = (): number => {
    if (looked !== world.happenings || lookedAt !== world.happenings.length) {
      nextDueMs = soonest();
      looked = world.happenings;
      lookedAt = world.happenings.length;
    }
    return nextDueMs;
  };

  return {
    now: () => world.nowMs,
    sleepUntil(untilMs) {
      for (let dueMs = look(); dueMs <= untilMs; dueMs = look()) {
        world.nowMs = Math.max(world.nowMs, dueMs);
        const due = world.happenings.filter(({ at }) => Date.parse(at) === dueMs);
        world.happenings = world.happenings.filter(({ at }) => Date.parse(at) !== dueMs);
        for (const happening of due) befall(world, happening);
      }
      world.nowMs = Math.max(world.nowMs, untilMs);
      return world.nowMs;
    },
  };
}
