import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundOf } from '../../../src/gather/poll/reserve.ts';
import type { Watched } from '../../../src/gather/poll/watched.ts';
import { poll } from './night.ts';

const begin = 20_780;

/** Some days of releases, bunched or far apart, dated to the day or to the year. */
const releases = fc.array(
  fc.tuple(fc.integer({ min: begin - 900, max: begin }), fc.constantFrom(0, 0, 0, 364)).map(([first, more]) => ({
    first,
    last: first + more,
  })),
  { maxLength: 12 },
);

/** One who is watched from one night on and no longer from another, and releases every so many days meanwhile. */
const artist = fc.record({
  joins: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
  stays: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 60 })),
  everyDays: fc.constantFrom(1, 3, 7, 30, 1000),
  requests: fc.constant<number>(1),
  releases,
});

type Artist = typeof artist extends fc.Arbitrary<infer T> ? T : never;

const lastNight = 80;

/** Plays the nights; answers each night how long everybody has waited for a look, and how long the bound let them. */
function play(artists: readonly Artist[], budget: number) {
  let known = new Map<string, Watched>();
  /** Since when each waits, and the largest bound meanwhile. */
  const waiting = new Map<string, { readonly since: number; readonly bound: number }>();
  const waits: { readonly isFirst: boolean; readonly waited: number; readonly bound: number }[] = [];
  for (let night = 0; night <= lastNight; night++) {
    const there = artists.flatMap((one, at) => {
      const id = `${String(at).padStart(3, '0')}`;
      if (night < one.joins || night >= one.joins + one.stays) return [];
      return [known.get(id) ?? { id, looked: null, requests: one.requests, releases: [] }];
    });
    known = new Map(there.map((one) => [one.id, one]));
    const { nights } = boundOf(there, budget);
    for (const { id } of there) {
      const { since, bound } = waiting.get(id) ?? { since: night - 1, bound: 0 };
      waiting.set(id, { since, bound: Math.max(bound, nights) });
    }
    const chosen = poll({ watched: there, tonight: begin + night, budget });
    const ids = new Set(chosen.map(({ id }) => id));
    for (const { id } of there) {
      const { since, bound } = waiting.get(id) ?? { since: night, bound: nights };
      waits.push({ isFirst: known.get(id)?.looked === null, waited: night - since, bound });
      if (!ids.has(id)) continue;
      waiting.set(id, { since: night, bound: 0 });
      const seen = artists[Number(id)] as Artist;
      const sinceThen = Array.from({ length: Math.floor(night / seen.everyDays) }, (_, at) => {
        const day = begin + (at + 1) * seen.everyDays;
        return { first: day, last: day };
      });
      known.set(id, {
        ...(known.get(id) as Watched),
        looked: begin + night,
        releases: [...seen.releases, ...sinceThen],
      });
    }
  }
  return { waits };
}

const tooLong = ({ waits }: ReturnType<typeof play>) => waits.filter(({ waited, bound }) => waited > bound);

const stays = 1000;
const many = fc.array(artist, { minLength: 1, maxLength: 50, size: 'max' });
const joining = many.map((all) => all.map((one) => ({ ...one, stays })));
const budgets = fc.integer({ min: 1, max: 9 });
const numRuns = 60;

test('nobody waits for a look longer than the bound, whoever joins and releases', () => {
  fc.assert(
    fc.property(joining, budgets, (artists, budget) => {
      expect(tooLong(play(artists, budget))).toEqual([]);
    }),
    { numRuns },
  );
});

test('nobody waits for another look longer than the bound, whoever leaves', () => {
  fc.assert(
    fc.property(many, budgets, (artists, budget) => {
      expect(tooLong(play(artists, budget)).filter(({ isFirst }) => !isFirst)).toEqual([]);
    }),
    { numRuns },
  );
});

test('nobody waits for a look longer than the bound where looks cost several requests each', () => {
  const priced = fc
    .tuple(artist, fc.integer({ min: 1, max: 4 }))
    .map(([one, requests]) => ({ ...one, stays, requests }));
  fc.assert(
    fc.property(
      fc.array(priced, { minLength: 1, maxLength: 40, size: 'max' }),
      fc.integer({ min: 4, max: 15 }),
      (artists, budget) => {
        expect(tooLong(play(artists, budget))).toEqual([]);
      },
    ),
    { numRuns },
  );
});

test('nobody waits for another look longer than the bound where a few looks are far larger than the others', () => {
  const small = fc.tuple(artist, fc.integer({ min: 1, max: 2 }));
  const large = fc.tuple(artist, fc.integer({ min: 10, max: 20 }));
  const mixed = fc
    .tuple(
      fc.array(small, { minLength: 30, maxLength: 60, size: 'max' }),
      fc.array(large, { minLength: 1, maxLength: 3 }),
    )
    .map((both) => both.flat().map(([one, requests]) => ({ ...one, stays, requests })));
  fc.assert(
    fc.property(mixed, (artists) => {
      expect(tooLong(play(artists, 20)).filter(({ isFirst }) => !isFirst)).toEqual([]);
    }),
    { numRuns },
  );
});

/** As a ledger may hold them: any looks, and costs beyond any budget. */
const watched = fc.uniqueArray(
  fc.record({
    id: fc.string({ maxLength: 3 }),
    looked: fc.option(fc.integer({ min: begin - 100, max: begin })),
    requests: fc.integer({ min: 1, max: 12 }),
    releases,
  }),
  { selector: ({ id }) => id, maxLength: 40, size: 'max' },
);

test('never costs more than the budget, and looks at nobody twice a night', () => {
  fc.assert(
    fc.property(watched, fc.integer({ min: 0, max: 9 }), (all, budget) => {
      const chosen = poll({ watched: all, tonight: begin, budget });
      expect(chosen.reduce((sum, { requests }) => sum + requests, 0)).toBeLessThanOrEqual(budget);
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen.filter(({ looked }) => looked === begin)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('chooses the same in whatever order it is told', () => {
  const shuffled = watched.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      const chosen = (those: typeof all) => poll({ watched: those, tonight: begin, budget: 9 }).map(({ id }) => id);
      expect(chosen(other)).toEqual(chosen(all));
    }),
  );
});
