import { expect, test } from 'vitest';
import { remoteClock } from '../../../src/adapters/clock/remote-clock.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { here } from '../../simulator/here.ts';
import { refusal } from '../opened.ts';

test('the system clock begins where it is told to, and runs on', async () => {
  const startMs = Date.UTC(2026, 10, 22, 3);
  const clock = systemClock(startMs);
  await clock.sleep(20);
  expect(clock.now() - startMs).toBeGreaterThanOrEqual(19);
  expect(clock.now() - startMs).toBeLessThan(5000);
});

test('the system clock stops sleeping at a signal, for the reason that it gives', async () => {
  const ending = new AbortController();
  const sleeping = systemClock().sleep(60_000, ending.signal);
  ending.abort(new Error('enough'));
  await expect(sleeping).rejects.toThrow('enough');
  await expect(systemClock().sleep(60_000, ending.signal)).rejects.toThrow('enough');
});

test('simulated time moves by what is slept, and is shared', async () => {
  const { simulator } = await here();
  const clock = await remoteClock(simulator.clockUrl);
  const startMs = clock.now();
  await clock.sleep(3_600_000);
  expect([clock.now() - startMs, simulator.nowMs() - startMs]).toEqual([3_600_000, 3_600_000]);
  const other = await remoteClock(simulator.clockUrl);
  expect(other.now()).toBe(clock.now());
});

test('a clock that does not answer is said to be none', async () => {
  expect(await refusal(remoteClock('http://127.0.0.1:9/clock'))).toMatchObject({
    code: 'usage/bad-variable',
    facts: { variable: 'SETLIST_CLOCK_URL' },
  });
});
