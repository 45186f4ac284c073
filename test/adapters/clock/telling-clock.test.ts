import { expect, test } from 'vitest';
import { tellingClock } from '../../../src/adapters/clock/telling-clock.ts';

test('a wait of ten seconds and more is told before it is sat out, a shorter one is not', async () => {
  const seen: (string | number)[] = [];
  const clock = tellingClock({ now: () => 7, sleep: async (ms) => void seen.push(ms) }, (line) => void seen.push(line));
  for (const ms of [9_999, 10_000, 99_000, 99_001, 1_740_000]) await clock.sleep(ms);
  expect(seen).toEqual([
    9_999,
    'waiting 10 seconds before Spotify is asked again',
    10_000,
    'waiting 99 seconds before Spotify is asked again',
    99_000,
    'waiting 2 minutes before Spotify is asked again',
    99_001,
    'waiting 29 minutes before Spotify is asked again',
    1_740_000,
  ]);
  expect(clock.now()).toBe(7);
});

test('a wait that is given up is given up', async () => {
  const gone = new AbortController();
  const clock = tellingClock({ now: () => 0, sleep: async (_, signal) => signal?.throwIfAborted() }, () => undefined);
  gone.abort(new Error('over'));
  await expect(clock.sleep(20_000, gone.signal)).rejects.toThrow('over');
});
