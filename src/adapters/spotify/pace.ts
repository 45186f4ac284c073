import pThrottle from 'p-throttle';
import type { Clock } from '../../ports.ts';

/** Sends a request when its turn comes, and answers what it does. */
export type Pace = <T>(send: () => Promise<T>) => Promise<T>;

/** At most so many requests a second, in every window, by the given clock; shared by all accounts of one app. */
export function pacer(perSecond: number, clock: Clock, signal?: AbortSignal): Pace {
  const interval = perSecond >= 1 ? 1000 : Math.ceil(1000 / perSecond);
  const permit = pThrottle({ limit: Math.max(1, Math.floor(perSecond)), interval, strict: true })(
    async () => undefined,
  );
  let last: Promise<unknown> = Promise.resolve();
  return (send) => {
    // One after the other, to the end of its answer: p-throttle plans ahead, and a timer that fires late would bring two
    // permits together; so would a request that is still on its way when time moves on.
    const next = last.then(() => permitOn(clock, permit, signal)).then(send);
    last = next.catch(() => undefined);
    return next;
  };
}

type Wait = { readonly done: () => void; readonly ms: number };

/** A wait that fails or is called off ends the permit with it. */
async function permitOn(clock: Clock, permit: () => Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  const waits: Wait[] = [];
  const given = at(clock.now(), waits, permit);
  for (let wait = waits.shift(); wait !== undefined; wait = waits.shift()) {
    await clock.sleep(wait.ms, signal);
    at(clock.now(), waits, wait.done);
  }
  await given;
}

/**
 * Runs p-throttle at a moment of the port's time: it reads the globals `Date.now` and `setTimeout` and takes no others.
 * They are swapped only while its own code runs, which is synchronous and does nothing but hand out a permit. No clock is
 * asked meanwhile: one that reads `Date.now` itself would read its own answer.
 */
function at<T>(nowMs: number, waits: Wait[], run: () => T): T {
  const { now } = Date;
  const { setTimeout } = globalThis;
  const wait = (done: () => void, ms: number) => waits.push({ done, ms });
  Date.now = () => nowMs;
  // What this answers is a key of p-throttle's map of waiting calls; there is never more than one.
  globalThis.setTimeout = wait as unknown as typeof setTimeout;
  try {
    return run();
  } finally {
    Date.now = now;
    globalThis.setTimeout = setTimeout;
  }
}
