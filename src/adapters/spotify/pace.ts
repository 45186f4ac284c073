import pThrottle from 'p-throttle';
import type { Clock } from '../../ports.ts';

/** Resolves when the next request may be sent. */
export type Pace = () => Promise<void>;

/** At most so many requests a second, in every window, by the given clock; shared by all accounts of one app. */
export function pacer(perSecond: number, clock: Clock): Pace {
  const interval = perSecond >= 1 ? 1000 : Math.ceil(1000 / perSecond);
  const permit = pThrottle({ limit: Math.max(1, Math.floor(perSecond)), interval, strict: true })(() => undefined);
  return async () => {
    await onTime(clock, permit);
  };
}

/**
 * Runs p-throttle on the time of the port: it reads the globals `Date.now` and `setTimeout` and takes no others. They
 * are swapped only while its own code runs, which is synchronous and does nothing but hand out a permit, so that nothing
 * else can ever see the swap.
 */
function onTime<T>(clock: Clock, run: () => T): T {
  const { now } = Date;
  const { setTimeout } = globalThis;
  Date.now = () => clock.now();
  // p-throttle only passes what this answers back as a key of a map.
  globalThis.setTimeout = ((done: () => void, ms: number) => {
    const key = {};
    void clock.sleep(ms).then(() => onTime(clock, done));
    return key;
  }) as unknown as typeof setTimeout;
  try {
    return run();
  } finally {
    Date.now = now;
    globalThis.setTimeout = setTimeout;
  }
}
