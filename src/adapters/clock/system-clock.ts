import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../ports.ts';

/** Real time; with `startMs` it reads that now and runs on from there. */
export function systemClock(startMs?: number): Clock {
  const offset = startMs === undefined ? 0 : startMs - Date.now();
  return {
    now: () => Date.now() + offset,
    sleep: async (ms, signal) => {
      try {
        await delay(Math.max(0, ms), undefined, signal === undefined ? {} : { signal });
      } catch (error) {
        // Node says only that it was aborted; the reason is what the port promises.
        signal?.throwIfAborted();
        throw error;
      }
    },
  };
}
