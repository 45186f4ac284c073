import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pacer } from '../../../src/adapters/spotify/pace.ts';
import type { Clock } from '../../../src/ports.ts';
import { world } from '../../simulator/here.ts';
import { opened, playlistId, refusal } from '../opened.ts';

/** Time that moves when everybody waits, to the first who is due; some wake up late. */
function simulated(latenessMs: readonly number[] = [0]): Clock & { readonly waited: () => number } {
  let nowMs = 1_000_000;
  let sleeps = 0;
  let due: { readonly atMs: number; readonly wake: () => void }[] = [];
  const advance = () => {
    due.sort((one, other) => one.atMs - other.atMs);
    const [next, ...rest] = due;
    if (next === undefined) return;
    due = rest;
    nowMs = Math.max(nowMs, next.atMs);
    next.wake();
  };
  return {
    now: () => nowMs,
    waited: () => nowMs - 1_000_000,
    sleep: (ms) =>
      new Promise((wake) => {
        due.push({ atMs: nowMs + ms + (latenessMs[sleeps++ % latenessMs.length] ?? 0), wake });
        setImmediate(advance);
      }),
  };
}

const nothing = async () => undefined;

const mostIn = (windowMs: number, times: readonly number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

test('never gives more permits in any window than the limit, however they are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0.2, 0.5, 1, 2, 5),
      fc.array(fc.nat(3000), { minLength: 1, maxLength: 40 }),
      fc.array(fc.nat(2500), { minLength: 1, maxLength: 5 }),
      async (perSecond, gapsMs, latenessMs) => {
        const clock = simulated(latenessMs);
        const pace = pacer(perSecond, clock);
        const times: number[] = [];
        const ask = async (gapMs: number) => {
          if (gapMs % 3 === 0) await clock.sleep(gapMs);
          await pace(async () => times.push(clock.now()));
        };
        await Promise.all(gapsMs.map(ask));
        expect(times.length).toBe(gapsMs.length);
        const windowMs = perSecond >= 1 ? 1000 : 1000 / perSecond;
        expect(mostIn(windowMs, times)).toBeLessThanOrEqual(Math.max(1, perSecond));
        expect(mostIn(30_000, times)).toBeLessThanOrEqual(perSecond * 30 + Math.max(1, perSecond));
      },
    ),
  );
});

test('waits no longer than it must', async () => {
  const clock = simulated();
  const pace = pacer(2, clock);
  for (let sent = 0; sent < 21; sent++) await pace(nothing);
  expect(clock.waited()).toBe(10_000);
});

test('holds what the server counts, for all accounts of one app together', async () => {
  const there = await opened(world('a', { apps: [{ id: 'app', pace: { requests: 5, seconds: 5 } }] }));
  const pace = pacer(1, there.clock);
  const { simulator } = there;
  const account = () => opened(world('a'), { ...simulator, pace, clock: there.clock });
  const accounts = await Promise.all([account(), account()]);
  await Promise.all(accounts.flatMap(({ read }) => Array.from({ length: 10 }, () => read.playlist(playlistId))));
  const times = simulator.log.filter(({ path }) => path !== '/api/token').map(({ atMs }) => atMs);
  expect(times.length).toBe(20);
  expect(mostIn(5000, times)).toBeLessThanOrEqual(5);
});

test('leaves the globals as they were', async () => {
  const { now } = Date;
  const { setTimeout } = globalThis;
  const clock = simulated();
  const pace = pacer(1, clock);
  const both = [pace(nothing), pace(nothing)];
  expect([Date.now, globalThis.setTimeout]).toEqual([now, setTimeout]);
  await Promise.all(both);
  expect([Date.now, globalThis.setTimeout]).toEqual([now, setTimeout]);
});

test('a request that fails lets the next one go', async () => {
  const pace = pacer(1, simulated());
  const failing = pace(() => Promise.reject(new Error('no')));
  const next = pace(async () => 'sent');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('sent');
});

test('ends with the wait that it is made of, and gives permits again afterwards', async () => {
  const clock = simulated();
  let isBroken = true;
  const sleep: Clock['sleep'] = (ms) => (isBroken ? Promise.reject(new Error('no time left')) : clock.sleep(ms));
  const pace = pacer(1, { ...clock, sleep });
  await pace(nothing);
  await expect(pace(nothing)).rejects.toThrow('no time left');
  isBroken = false;
  await pace(nothing);
});

test('a signal ends waiting, and nothing more is sent', async () => {
  const ending = new AbortController();
  const { read, asked } = await opened(world('a'), { signal: ending.signal });
  await read.top('short');
  ending.abort(new Error('ended'));
  await expect(read.top('short')).rejects.toThrow('ended');
  expect(asked().length).toBe(1);
});

test('refuses nothing that only waits its turn', async () => {
  const { read } = await opened(world('a', { apps: [{ id: 'app', pace: { requests: 1, seconds: 30 } }] }));
  await read.top('short');
  const many = Array.from({ length: 40 }, () => read.top('short'));
  expect((await refusal(Promise.all(many))).code).toBe('spotify/rate-limited');
});
