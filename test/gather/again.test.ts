import { expect, test } from 'vitest';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { AlbumId, ArtistId } from '../../src/domain/ids.ts';
import { type Need, needKey } from '../../src/domain/need.ts';
import type { Requests } from '../../src/domain/portfolio.ts';
import { gather, type ToGather } from '../../src/gather/gather.ts';
import { opened, studio, track } from '../adapters/opened.ts';
import { only, plenty } from '../build/requests.ts';
import { world } from '../simulator/here.ts';
import { ann, catalogue } from '../simulator/some-catalogue.ts';

const albums: Need = { account: studio, kind: 'discography', artist: ann as ArtistId, groups: ['album'] };
const singles: Need = { ...albums, groups: ['single'] };
const needed: Need = { account: studio, kind: 'track', uri: track('a') };
const wished: Need = { account: studio, kind: 'track', uri: track('b') };

/** What was known before, of an album that is not there any more. */
const old = { state: 'whole', found: ['gone' as AlbumId] } as const;
const known: Facts = {
  ...noFacts,
  answers: Object.fromEntries([albums, singles].map((need) => [needKey(need), { need, answer: old }])),
};

async function read(again: ToGather['again'], budget: Requests = plenty) {
  const there = await opened(world('', catalogue), {}, budget);
  const gathered = await gather({
    resolve: () => ({ needs: [needed], wishes: [wished] }),
    facts: known,
    readers: new Map([[studio, there.read]]),
    room: there.room,
    ...(again === undefined ? {} : { again }),
    say: () => undefined,
  });
  return { ...gathered, asked: there.asked() };
}

const answerIn = ({ facts }: { readonly facts: Facts }, need: Need) => facts.answers[needKey(need)]?.answer;

test('reads known answers anew: some before all else, some after what is needed and before what is wished', async () => {
  const gathered = await read({ first: [singles], later: () => [albums], isForNews: () => false });
  expect([...gathered.read]).toEqual([singles, needed, albums, wished].map(needKey));
  expect(answerIn(gathered, albums)).not.toEqual(old);
});

test('asks once which to read anew, after what is needed', async () => {
  const asked: number[] = [];
  const later = () => [[albums][asked.push(1) - 1]].filter((one) => one !== undefined);
  await read({ first: [singles], later, isForNews: () => false });
  expect(asked).toEqual([1]);
});

test('leaves a known answer as it is where the budget does not reach', async () => {
  const gathered = await read(
    { first: [singles], later: () => [albums], isForNews: () => false },
    // What is known is gone now: that is believed when it was read twice.
    only('artist_albums', 2),
  );
  expect([answerIn(gathered, singles), answerIn(gathered, albums)]).toEqual([expect.anything(), old]);
  expect(answerIn(gathered, singles)).not.toEqual(old);
  expect(gathered.putOff).toEqual([albums]);
  expect(gathered.read.has(needKey(albums))).toBe(false);
});

test('reads nothing anew that nobody names', async () => {
  const gathered = await read(undefined);
  expect([answerIn(gathered, singles), answerIn(gathered, albums)]).toEqual([old, old]);
  expect(gathered.asked.some((line) => line.includes('/artists/'))).toBe(false);
});
