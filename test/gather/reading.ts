import type { Facts } from '../../src/domain/facts.ts';
import { noFacts } from '../../src/domain/facts.ts';
import type { ArtistId, PlaylistId } from '../../src/domain/ids.ts';
import { type Need, needKey } from '../../src/domain/need.ts';
import { gather, type ToGather } from '../../src/gather/gather.ts';
import { opened, studio, track } from '../adapters/opened.ts';
import { plenty } from '../build/requests.ts';
import { id, list, owner } from '../simulator/here.ts';
import { ann } from '../simulator/some-catalogue.ts';

export const playlist = (letters: string): Need => ({
  account: studio,
  kind: 'playlist',
  id: id(letters) as PlaylistId,
});
export const ours: Need = { account: studio, kind: 'playlist', id: list as PlaylistId };
export const liked = (most: number | null): Need => ({ account: studio, kind: 'liked', most });
export const top: Need = { account: studio, kind: 'top', range: 'long' };
export const oneTrack = (letter: string): Need => ({ account: studio, kind: 'track', uri: track(letter) });
export const discography: Need = {
  account: studio,
  kind: 'discography',
  artist: ann as ArtistId,
  groups: ['album', 'single', 'appears_on', 'compilation'],
};

export const asOf: Need = { account: studio, kind: 'as_of', id: list as PlaylistId, night: '2026-10-01' };

export const missing = (facts: Facts, needs: readonly Need[]) =>
  needs.filter((need) => !(needKey(need) in facts.answers));

/** What is left to read when these are needed; `more` says what else, once there are facts. */
export async function read(file: object, needs: readonly Need[], more: Partial<ToGather> = {}, budget = plenty) {
  const there = await opened(file, {}, budget);
  const gathered = await gather({
    resolve: (facts) => ({ needs: missing(facts, needs), wishes: [] }),
    facts: noFacts,
    readers: new Map([[studio, there.read]]),
    room: there.room,
    say: () => undefined,
    ...more,
  });
  const answers = needs.map((need) => gathered.facts.answers[needKey(need)]?.answer);
  return { ...there, ...gathered, answers, answer: answers[0], codes: gathered.problems.map(({ code }) => code) };
}

export const saved = (count: number) => ({
  users: [
    owner({
      savedTracks: Array.from({ length: count }, (_, at) => ({
        id: id('abcdefghij'[at % 10] ?? 'a'),
        addedAt: '2026-11-01T00:00:00Z',
      })),
    }),
  ],
});
