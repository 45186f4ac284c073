import pThrottle from 'p-throttle';
import type { Clock } from '../../ports.ts';

/** Resolves when the next request may be sent. */
export type Pace = () => Promise<void>;

/** At most so many requests a second, in every window, by the given clock; shared by all accounts of one app. */
export function pacer(perSecond: number, clock: Clock, signal?: AbortSignal): Pace {
  const interval = perSecond >= 1 ? 1000 : Math.ceil(1000 / perSecond);
  const permit = pThrottle({ limit: Math.max(1, Math.floor(perSecond)), interval, strict: true })(
    async () => undefined,
  );
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    // One permit after the other: p-throttle plans ahead, and a timer that fires late would bring two of them together.
    const next = last.then(() => permitOn(clock, permit, signal));
    last = next.catch(() => undefined);
    return next;
  };
}

async function permitOn(clock: Clock, permit: () => Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  const sleeping: Promise<void>[] = [];
  const timer = (done: () => void, ms: number) => {
    sleeping.push(clock.sleep(ms, signal).then(() => onTime(clock, timer, done)));
  };
  const given = onTime(clock, timer, permit);
  // A wait that fails or is called off ends the permit with it.
  await Promise.all([given, ...sleeping]);
}

type Timer = (done: () => void, ms: number) => void;

/**
 * Runs p-throttle on the time of the port: it reads the globals `Date.now` and `setTimeout` and takes no others. They
 * are swapped only while its own code runs, which is synchronous and does nothing but hand out a permit, so that nothing
 * else can ever see the swap.
 */
function onTime<T>(clock: Clock, timer: Timer, run: () => T): T {
  const { now } = Date;
  const { setTimeout } = globalThis;
  Date.now = () => clock.now();
  // What this answers is a key of p-throttle's map of waiting calls; there is never more than one.
  globalThis.setTimeout = timer as unknown as typeof setTimeout;
  try {
    return run();
  } finally {
    Date.now = now;
    globalThis.setTimeout = setTimeout;
  }
}
