import { describe, expect, test } from 'vitest';
import type { Anew } from '../../src/apply/anew.ts';
import { only, plenty } from '../build/requests.ts';
import { world } from '../simulator/here.ts';
import { applied, keys, planOf } from './applied.ts';

describe('a dead URI', () => {
  test.each([
    ['among added ones', 'ab', 'acxdb', 'acdb', {}],
    ['alone', 'ab', 'axb', 'ab', {}],
    ['first of many', 'ab', 'abxcdefghijk', 'abcdefghijk', {}],
    ['with another write behind it', 'abcd', 'xdcbe', 'dcbe', {}],
    ['in a rebuild', 'ab', 'cxdba', 'cdba', { way: 'rebuild' as const }],
  ])('%s is left out, reported, and takes no other along', async (_, before, planned, after, more) => {
    const { outcome, rows, codes } = await applied(planOf(before, planned, more), world(before));
    expect(rows()).toBe(after);
    expect([outcome.state, codes]).toEqual(['partly', ['apply/dead-items']]);
    expect(outcome.problems[0]?.facts).toMatchObject({ uris: ['spotify:track:x000000000000000000000'] });
  });

  test('never makes the list shorter than its smaller end', async () => {
    const { writes } = await applied(planOf('abc', 'dexf', { way: 'rebuild' }), world('abc'));
    expect(Math.min(...writes.flatMap(({ rowsAfter }) => rowsAfter ?? []))).toBe(3);
  });

  test('late in a rebuild does not begin it again', async () => {
    const many = 'abcdefghij'.repeat(25);
    const plan = planOf('k', `${many}lxm`, { way: 'rebuild' });
    const { rows, writes, codes } = await applied(plan, world('k'));
    expect([rows(), codes]).toEqual([`${many}lm`, ['apply/dead-items']]);
    expect(writes.filter(({ method }) => method === 'PUT').length).toBe(1);
  });

  test('among 100 costs two dozen requests, not a hundred', async () => {
    const plan = planOf('a', `a${'bcdefghijk'.repeat(10).slice(0, 67)}x${'bcdefghijk'.repeat(4).slice(0, 32)}`);
    const { outcome, codes } = await applied(plan, world('a'));
    expect(codes).toEqual(['apply/dead-items']);
    expect(outcome.requests).toBeLessThan(32);
  });

  test('that was found is told though Spotify ends the search', async () => {
    const file = world('ab', { apps: [{ id: 'app', pace: null, quotas: { writes: 5 } }] });
    const { outcome, codes } = await applied(planOf('ab', 'axcdefghb'), file);
    expect([outcome.state, codes]).toEqual(['partly', ['apply/dead-items', 'spotify/quota-exceeded']]);
  });

  test('is looked for only while others can spare it, and the list is known as it was left', async () => {
    let asked = 0;
    const spare = () => (++asked > 5 ? only('writes', 0) : plenty);
    const { outcome, codes, rows } = await applied(planOf('ab', 'acdefxghb'), world('ab'), { spare });
    expect([outcome.state, outcome.confirmed, codes]).toEqual([
      'partly',
      true,
      ['apply/dead-items', 'apply/search-unfinished'],
    ]);
    expect(rows()).toBe('acdefb');
    expect(outcome.own).toEqual(keys('acdefb'));
  });

  test('is announced stretch by stretch, with what was found', async () => {
    const told: number[] = [];
    const announce = async ({ inParts, dead }: Anew) => void told.push(inParts ? dead.length : -1 - dead.length);
    const dead = new Set('cegikmoq');
    const tracks = world().tracks.map((one) => (dead.has(one.id[0] ?? '') ? { ...one, dead: true } : one));
    const { rows } = await applied(planOf('a', 'abcdefghijklmnopqrvwyz'), { ...world('a'), tracks }, { announce });
    expect(rows()).toBe('abdfhjlnprvwyz');
    // The search twice, then what goes on from it.
    expect(told).toEqual([0, expect.any(Number), -9]);
    expect(told[1]).toBeGreaterThan(0);
  });
});
