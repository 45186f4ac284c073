import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Counters } from '../../../src/adapters/spotify/counters.ts';
import { Gate } from '../../../src/adapters/spotify/gate.ts';
import type { Bucket } from '../../../src/domain/portfolio.ts';
import { forgottenAt } from '../../../src/domain/quota.ts';
import type { RunLine } from '../../../src/domain/records/run.ts';
import { counted, sentAt, timesOf } from '../../../src/ledger/quota.ts';
import type { Clock } from '../../../src/ports.ts';
import { Failure } from '../../../src/problem/failure.ts';
import { only, plenty } from '../../build/requests.ts';

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];
const start = Date.parse('2026-11-22T03:41:17Z');

/** Time that only passes when it is slept. */
const clockAt = (ms: number): Clock & { now(): number } => {
  let now = ms;
  return {
    now: () => now,
    sleep: async (more) => {
      now += more;
    },
  };
};

type Day = {
  readonly at: number;
  readonly asked: number;
  /** Milliseconds between requests. */
  readonly every: number;
};

/** Plays runs one after the other, each knowing the earlier ones by their records, to the moments of what was sent. */
async function play(runs: readonly Day[], budget: number, bucket: Bucket = 'search'): Promise<readonly number[]> {
  const lines: RunLine[] = [];
  const sent: number[] = [];
  let end = 0;
  for (const { at, asked, every } of runs) {
    const clock = clockAt(Math.max(start + at, end));
    const begun = new Date(clock.now()).toISOString();
    const used = [{ times: timesOf(lines, clock.now()), closed: {} }];
    const gate = new Gate({ clock, budget: only(bucket, budget), used });
    const own = new Counters();
    for (let tried = 0; tried < asked; tried++) {
      const admitted = await gate.admit(bucket).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Failure)) throw error;
          expect(error.problems[0].code).toBe('spotify/budget-spent');
          return false;
        },
      );
      if (!admitted) break;
      gate.take(bucket);
      own.add(bucket, clock.now());
      sent.push(clock.now());
      await clock.sleep(every);
    }
    end = clock.now();
    lines.push(endOf(begun, new Date(end).toISOString(), own));
  }
  return sent;
}

function endOf(at: string, ended: string, own: Counters): RunLine {
  const requests = counted({
    ...plenty,
    ...Object.fromEntries(Object.keys(plenty).map((one) => [one, 0])),
    search: own.total('search'),
  });
  // Only what tells of requests is looked at.
  return { event: 'end', run: at, at, ended, requests, sentAt: sentAt(own.times, at) } as unknown as RunLine;
}

const day = fc.record({
  at: fc.tuple(fc.nat(4 * 24 * 60), fc.nat(999)).map(([minutes, ms]) => minutes * minuteMs + ms),
  asked: fc.nat(20),
  every: fc.constantFrom(100, 500, 1000, 61_000, 20 * minuteMs),
});

test('whatever runs when, no 24 hours hold more requests than the budget', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(day, { maxLength: 8 }), fc.integer({ min: 1, max: 12 }), async (runs, budget) => {
      const sent = await play(
        [...runs].sort((one, other) => one.at - other.at),
        budget,
      );
      for (const from of sent)
        expect(sent.filter((at) => at >= from && at < from + dayMs).length).toBeLessThanOrEqual(budget);
    }),
    { numRuns: 300 },
  );
});

test('a night that begins a little early waits for its budget, and has all of it', async () => {
  const sent = await play(
    [
      { at: 0, asked: 12, every: 1000 },
      { at: dayMs - 25 * minuteMs, asked: 12, every: 1000 },
    ],
    12,
  );
  expect(sent.length).toBe(24);
});

test('nights do not drift, however many there are', async () => {
  const nights = Array.from({ length: 90 }, (_, night) => ({ at: night * dayMs, asked: 12, every: 1000 }));
  expect((await play(nights, 12)).length).toBe(90 * 12);
});

test('a night that begins an hour early does not wait, and has what is left', async () => {
  const night = [
    { at: 0, asked: 9, every: 1000 },
    { at: dayMs - hourMs, asked: 12, every: 1000 },
  ];
  expect((await play(night, 12)).length).toBe(12);
});

test('the next run after one that was cut off counts what that one had announced', async () => {
  const at = new Date(start).toISOString();
  const cut = {
    event: 'intent',
    run: 'a',
    at,
    requests: { search: 2 },
    sentAt: { search: [0, 4] },
    promised: { search: 5 },
  };
  const { search = [] } = timesOf([cut as unknown as RunLine], start + hourMs);
  const since = search.map((second) => second - Math.floor(start / 1000));
  expect(since).toEqual([0, 4, 7200, 7200, 7200, 7200, 7200]);
});

test('what a run announced later takes the place of what it had announced before', () => {
  const at = new Date(start).toISOString();
  const line = (more: object) => ({ event: 'intent', run: 'a', at, ...more }) as unknown as RunLine;
  const first = line({ requests: { writes: 1 }, sentAt: { writes: [0] }, promised: { writes: 3 } });
  const second = line({ requests: { writes: 2 }, sentAt: { writes: [0, 4] }, promised: { writes: 1 } });
  const { writes = [] } = timesOf([first, second], start + hourMs);
  expect(writes.map((one) => one - Math.floor(start / 1000))).toEqual([0, 4, 7200]);
});

test('records without seconds count from the end of their run', () => {
  const [at, ended] = ['2026-11-22T03:00:00Z', '2026-11-22T03:20:30Z'];
  const old = { event: 'end', run: 'a', at, ended, requests: { search: 3 } } as unknown as RunLine;
  const second = Date.parse(ended) / 1000;
  expect(timesOf([old], start)).toEqual({ search: [second, second, second] });
});

test('there is room from the minute that is told, beside what is planned, and not before', () => {
  // Some of a run that was cut off may lie ahead.
  const ago = fc.array(fc.integer({ min: -3600, max: 86_399 }), { maxLength: 30 });
  const some = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(ago, some, some, fc.nat(12), (seconds, budget, requests, planned) => {
      const sent = seconds.map((one) => Math.floor(start / 1000) - one).sort((one, other) => one - other);
      const gate = new Gate({
        clock: clockAt(start),
        budget: only('search', budget),
        used: [{ times: { search: sent }, closed: {} }],
      });
      const all = [...sent, ...Array.from({ length: planned }, () => Math.floor(start / 1000))];
      const fits = (at: number): boolean => all.filter((one) => forgottenAt(one) > at).length + requests <= budget;
      const free = gate.freeFor('search', requests, planned);
      expect(free === null).toBe(requests > budget);
      if (free === null) return;
      const told = Date.parse(free);
      expect(fits(told + minuteMs)).toBe(true);
      if (told > start) expect(fits(told - 1)).toBe(false);
    }),
  );
});
