import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noFacts } from '../../src/domain/facts.ts';
import type { AlbumId, ArtistId } from '../../src/domain/ids.ts';
import type { Album } from '../../src/domain/item.ts';
import type { NeedOf } from '../../src/domain/need.ts';
import { Catalogue } from '../../src/gather/catalogue.ts';
import { discography } from '../../src/gather/discography.ts';
import { lastHead, pageSize, pagesTo } from '../../src/gather/poll/news.ts';
import { opened, studio } from '../adapters/opened.ts';
import { world } from '../simulator/here.ts';
import { ann } from '../simulator/some-catalogue.ts';

type Made = { readonly day: number; readonly kind: 'album' | 'single' };

const groups = ['album', 'single'] as const;
const need: NeedOf<'discography'> = { account: studio, kind: 'discography', artist: ann as ArtistId, groups };
const dateOf = (day: number): string => new Date(Date.UTC(2015, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
const idOf = (at: number): string => String(at).padStart(22, '0');

/** A world in which the artist made these; their ids count up. */
const worldWith = (made: readonly Made[]) =>
  world('', {
    artists: [{ id: ann, name: 'Ann' }],
    albums: made.map(({ day, kind }, at) => ({
      ...{ id: idOf(at), name: `Album ${at}`, kind, releaseDate: dateOf(day), artists: [ann] },
      tracks: [`${'t'.repeat(18)}${String(at).padStart(4, '0')}`],
    })),
    tracks: made.map((_, at) => ({
      ...{
        id: `${'t'.repeat(18)}${String(at).padStart(4, '0')}`,
        name: `Track ${at}`,
        artists: [ann],
        album: idOf(at),
      },
    })),
  });

async function read(made: readonly Made[], catalogue: Catalogue, isForNews: boolean) {
  const there = await opened(worldWith(made));
  const answer = await discography(need, there.read, catalogue, isForNews);
  const asked = there.asked().filter((line) => line.includes('/artists/')).length;
  return { answer, asked };
}

const past = fc.array(fc.record({ day: fc.integer({ min: 0, max: 3000 }), kind: fc.constantFrom(...groups) }), {
  minLength: 1,
  maxLength: 45,
  size: 'max',
});
/** Released after all that was there before. */
const news = fc.array(fc.record({ day: fc.integer({ min: 3001, max: 3050 }), kind: fc.constantFrom(...groups) }), {
  maxLength: 14,
});

test('what is read for news is what reading it to the end would be, and never takes more requests', async () => {
  await fc.assert(
    fc.asyncProperty(past, news, async (before, since) => {
      const catalogue = new Catalogue(noFacts);
      const { answer: known } = await read(before, catalogue, false);
      catalogue.answer(need, known);
      const found = (known.state === 'whole' ? known.found : []) as readonly AlbumId[];
      const head = lastHead(groups, found, catalogue.facts.albums);
      const all = [...before, ...since];
      const whole = await read(all, new Catalogue(noFacts), false);
      const tonight = await read(all, catalogue, true);
      expect(tonight.answer).toEqual(whole.answer);
      expect(tonight.asked).toBeLessThanOrEqual(whole.asked);
      if (head !== null && since.length <= 1) expect(tonight.asked).toBeLessThanOrEqual(pagesTo(head));
    }),
    { numRuns: 40 },
  );
});

test('of a long list with nothing new it reads as far as the newest single', async () => {
  const made = Array.from({ length: 60 }, (_, at): Made => ({ day: at, kind: at < 5 ? 'album' : 'single' }));
  const catalogue = new Catalogue(noFacts);
  const first = await read(made, catalogue, false);
  catalogue.answer(need, first.answer);
  expect(first.asked).toBe(1 + made.length / pageSize);
  expect(await read(made, catalogue, true)).toEqual({ answer: first.answer, asked: 1 });
});

const album = (id: string, albumType: Album['albumType'], released: string | null): Album => ({
  ...{ id: id as AlbumId, title: id, artists: [], albumType },
  released,
});
const headOf = (asked: NeedOf<'discography'>['groups'], ...albums: readonly Album[]) =>
  lastHead(
    asked,
    albums.map(({ id }) => id),
    new Map(albums.map((one) => [one.id, one])),
  );

test.each([
  ['one run', headOf(['single'], album('a', 'single', '2026-11-20'), album('b', 'single', '2025')), 0],
  [
    'two runs',
    headOf(groups, album('a', 'album', '2020'), album('b', 'single', '2026-01'), album('c', 'single', '2025')),
    1,
  ],
  ['singles older than all albums', headOf(groups, album('a', 'album', '2026'), album('b', 'single', '2020')), 1],
  ['a year that a month follows', headOf(['album'], album('a', 'album', '2026'), album('b', 'album', '2026-11')), 1],
  ['no date', headOf(['album'], album('a', 'album', null), album('b', 'album', '2026')), 1],
  ['no single yet, which would come to the end', headOf(groups, album('a', 'album', '2026')), null],
  ['no album yet, which would come first', headOf(groups, album('a', 'single', '2026')), 0],
  ['guest appearances, which do not show', headOf(['album', 'appears_on'], album('a', 'album', '2026')), null],
  ['nothing', headOf(groups), null],
])('news can stand as far as there with %s', (_, head, expected) => {
  expect(head).toBe(expected);
});
