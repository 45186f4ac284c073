import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../ports.ts';

/** Real time; with `startMs` it reads that now and runs on from there. */
export function systemClock(startMs?: number): Clock {
  const offset = startMs === undefined ? 0 : startMs - Date.now();
  return {
    now: () => Date.now() + offset,
    sleep: (ms, signal) => delay(Math.max(0, ms), undefined, signal === undefined ? {} : { signal }),
  };
}
