import { describe, expect, test } from 'vitest';
import type { AccountName } from '../../src/domain/ids.ts';
import type { Need } from '../../src/domain/need.ts';
import { opened, studio } from '../adapters/opened.ts';
import { only } from '../build/requests.ts';
import { allScopes, owner, world } from '../simulator/here.ts';
import { liked, oneTrack, ours, read, saved, top } from './reading.ts';

describe('puts off', () => {
  const both = [oneTrack('a'), oneTrack('b'), ours];

  test('what the budget leaves, and reads what other buckets have', async () => {
    const { answers, putOff, short, codes } = await read(world('a'), both, {}, only('tracks', 1));
    expect(answers.map((answer) => answer?.state)).toEqual(['whole', undefined, 'whole']);
    expect([putOff, codes]).toEqual([[oneTrack('b')], []]);
    expect(short).toMatchObject([{ account: studio, bucket: 'tracks' }]);
  });

  test('a list that the budget ends half-way through: it is not answered by a part', async () => {
    const { answer, putOff } = await read(world('', saved(120)), [liked(null)], {}, only('library', 2));
    expect([answer, putOff]).toEqual([undefined, [liked(null)]]);
  });

  test('what a closed bucket leaves, and says so once', async () => {
    const apps = [{ id: 'app', pace: null, quotas: { tracks: 0 } }];
    const { answers, putOff, codes, asked } = await read(world('a', { apps }), both);
    expect(answers.map((answer) => answer?.state)).toEqual([undefined, undefined, 'whole']);
    expect([putOff.length, codes, asked().length]).toEqual([2, ['spotify/quota-exceeded'], 2]);
  });

  test('what the sign-in does not cover, and reads the rest', async () => {
    const scopes = allScopes.filter((scope) => scope !== 'user-top-read');
    const { answers, codes } = await read(world('a', { users: [owner({}, scopes)] }), [top, ours]);
    expect(answers.map((answer) => answer?.state)).toEqual([undefined, 'whole']);
    expect(codes).toEqual(['spotify/missing-scope']);
  });

  test('everything after a signal', async () => {
    const ending = new AbortController();
    const { answers, putOff } = await read(world('a'), both, {
      signal: ending.signal,
      say: (line) => (line.includes(' track ') ? ending.abort() : undefined),
    });
    expect(answers.map((answer) => answer?.state)).toEqual(['whole', undefined, undefined]);
    expect(putOff).toEqual([oneTrack('b'), ours]);
  });
});

const ended = { secret: () => ({ v: 1, refresh_token: 'another', authorized_at: '' }) as const };

test.each([
  ['a sign-in that is over', ended, 'spotify/sign-in-expired'],
  ['a Spotify out of reach', { apiUrl: 'http://127.0.0.1:9' }, 'spotify/unreachable'],
])('stops an account at %s, and goes on with the others', async (_, more, code) => {
  const other = 'label' as AccountName;
  const broken = await opened(world('a'), more);
  const good = await opened(world('a'));
  const needs: Need[] = [ours, oneTrack('a'), { ...ours, account: other }];
  const { answers, codes, putOff } = await read(world(), needs, {
    readers: new Map([
      [studio, broken.read],
      [other, good.read],
    ]),
  });
  expect(answers.map((answer) => answer?.state)).toEqual([undefined, undefined, 'whole']);
  expect([codes, putOff.length]).toEqual([[code], 2]);
});
