import { expect, test } from 'vitest';
import { boundOf } from '../../../src/gather/poll/reserve.ts';
import { nightly } from '../../bench/poll/nightly.ts';

test('looks at artists within the budgets, at everyone in time, and opens an album once', {
  timeout: 300_000,
}, async () => {
  const budget = { artist_albums: 4, albums: 3 };
  const seen = await nightly({ seed: 'p', artists: 12, nights: 14, budget });
  const most = (bucket: string) => Math.max(...seen.map(({ requests }) => requests[bucket] ?? 0));
  expect([most('artist_albums'), most('albums')]).toEqual([4, 3]);
  expect(new Set(seen.flatMap(({ problems }) => problems))).toEqual(new Set(['spotify/budget-spent']));
  const opened = seen.flatMap(({ albums }) => albums);
  expect(opened.length).toBeGreaterThan(3);
  expect(new Set(opened).size).toBe(opened.length);
  const gaps = [...new Set(seen.flatMap(({ artists }) => artists))].map((artist) => {
    const nights = seen.flatMap(({ artists }, night) => (artists.includes(artist) ? night : []));
    return Math.max(...[...nights, seen.length].map((night, at) => night - (nights[at - 1] ?? -1)));
  });
  expect(gaps.length).toBe(12);
  // A discography is two pages at most.
  const twoPages = { looked: null, requests: 2, releases: [] };
  const bound = boundOf(
    Array.from({ length: 12 }, (_, at) => ({ ...twoPages, id: `${at}` })),
    budget.artist_albums,
  ).nights;
  expect(Math.max(...gaps)).toBeLessThanOrEqual(bound);
});
