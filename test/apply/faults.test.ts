import { describe, expect, test } from 'vitest';
import type { PlaylistPlan } from '../../src/domain/plan.ts';
import type { Clock } from '../../src/ports.ts';
import { opened } from '../adapters/opened.ts';
import { found, id, items, world } from '../simulator/here.ts';
import { applied, planOf } from './applied.ts';

const plans: readonly (readonly [string, string, string, Partial<PlaylistPlan>])[] = [
  ['POST', 'abcd', 'abecd', {}],
  ['PUT', 'abcd', 'cdab', {}],
  ['DELETE', 'abcda', 'bcd', {}],
  ['PUT', 'abcd', 'efg', { way: 'rebuild' }],
];
// No `timeout`: for what follows it is a cut connection, and each costs a second.
const unknown = ['500', '502', '503', 'reset', 'truncated', 'garbage', 'html', '429', 'false-401'];

describe.each(plans)('a lost %s that turns %s into %s', (method, before, after, more) => {
  test.each(unknown)('happens once all the same: %s', async (kind) => {
    for (const when of ['before', 'after']) {
      const faults = [{ method, path: items, kind, when, nth: [1] }];
      const { outcome, rows, writes } = await applied(planOf(before, after, more), world(before, { faults }));
      expect([rows(), outcome.state, outcome.problems]).toEqual([after, 'applied', []]);
      expect(writes.length).toBe(when === 'before' ? 2 : 1);
    }
  });

  test('happens once when it is lost four times in a row', async () => {
    const faults = [{ method, path: items, kind: '503', nth: [1, 2, 3, 4] }];
    const { outcome, rows } = await applied(planOf(before, after, more), world(before, { faults }));
    expect([rows(), outcome.state]).toEqual([after, 'applied']);
  });

  test.each(['429', 'false-401'])('happens once when it is refused four times in a row: %s', async (kind) => {
    const faults = [{ method, path: items, kind, nth: [1, 2, 3, 4] }];
    const { outcome, rows, asked } = await applied(planOf(before, after, more), world(before, { faults }));
    expect([rows(), outcome.state, outcome.problems]).toEqual([after, 'applied', []]);
    // Nothing is looked for among the rows: read before, five writes, four looks, read after.
    expect(asked().length).toBe(11);
  });

  test('is looked for longer each time it is refused', async () => {
    const faults = [{ method, path: items, kind: 'false-401', nth: [1, 2, 3, 4] }];
    const there = await opened(world(before, { faults }));
    const waits: number[] = [];
    const clock: Clock = {
      now: () => there.clock.now(),
      sleep: (ms, signal) => {
        waits.push(ms);
        return there.clock.sleep(ms, signal);
      },
    };
    await applied(planOf(before, after, more), world(before), { ...there, clock });
    expect(waits.filter((ms) => ms > 1000)).toEqual([2000, 4000, 8000, 16_000]);
  });

  test.each([
    ['429', 'spotify/rate-limited'],
    ['false-401', 'spotify/unauthorized'],
  ])('is given up when it is always refused, with what was said: %s', async (kind, code) => {
    const faults = [{ method, path: items, kind }];
    const { outcome, rows, codes, writes } = await applied(planOf(before, after, more), world(before, { faults }));
    expect([rows(), outcome.state, codes, writes.length]).toEqual([before, 'not-applied', [code], 6]);
  });

  test.each([
    ['429', 3600, 'spotify/rate-limited'],
    ['429', null, 'spotify/rate-limited'],
    ['quota-exceeded', 3600, 'spotify/quota-exceeded'],
  ])('is read back when its bucket is closed with the answer: %s, %s', async (kind, retryAfterSeconds, code) => {
    for (const when of ['before', 'after']) {
      const faults = [{ method, path: items, kind, when, nth: [1], retryAfterSeconds }];
      const { outcome, rows, codes, writes } = await applied(planOf(before, after, more), world(before, { faults }));
      expect([rows(), writes.length]).toEqual([when === 'before' ? before : after, 1]);
      expect([outcome.state, codes]).toEqual(when === 'before' ? ['not-applied', [code]] : ['applied', []]);
    }
  });

  test('is given up when nothing helps, and nothing is called dead', async () => {
    const faults = [{ method: '*', path: items, kind: '502' }];
    const { outcome, rows, codes, writes } = await applied(planOf(before, after, more), world(before, { faults }));
    expect([rows(), outcome.state, codes]).toEqual([before, 'partly', ['spotify/unknown-outcome']]);
    expect(writes.length).toBeLessThanOrEqual(20);
  });
});

describe('a creation', () => {
  test.each(unknown)('whose answer is lost makes one playlist: %s', async (kind) => {
    for (const when of ['before', 'after']) {
      const faults = [{ method: 'POST', path: '/me/playlists', kind, when, nth: [1] }];
      const { outcome, world: there } = await applied(planOf(null, 'ab'), world('', { faults }));
      expect(outcome.state).toBe('applied');
      expect(there.playlists.size).toBe(2);
      expect(found(there.playlists.get(found(outcome.id))).description).toBe('Songs');
    }
  });

  test.each([
    ['when they show at once', 1, 1],
    ['when the first shows only after another was made', 2, 2],
  ])('of which there are several goes on with one and reports the others: %s', async (_, shownFrom, count) => {
    const twin = (letter: string) => ({ id: id(letter), owner: 'owner', name: 'List', description: 'nonce-1' });
    const faults = [{ method: 'POST', path: '/me/playlists', kind: '500', when: 'before', nth: [1] }];
    const file = world('', { faults, playlists: [{ id: id('list'), owner: 'owner' }, twin('one'), twin('two')] });
    const there = await opened(file);
    let listings = 0;
    const listing: typeof there.read.listing = async (offset) => {
      const page = await there.read.listing(offset);
      return ++listings < shownFrom ? { ...page, rows: [] } : page;
    };
    const { outcome, codes } = await applied(planOf(null, 'ab'), file, {
      ...there,
      read: { ...there.read, listing },
    });
    expect([codes, outcome.problems[0]?.facts]).toEqual([['apply/orphan'], { playlist: 'List', count }]);
    expect([outcome.state, outcome.actual?.rows.length]).toEqual(['applied', 2]);
  });

  test('of which it is not known whether the listing shows it is not made twice', async () => {
    const faults = [{ method: 'POST', path: '/me/playlists', kind: '500', when: 'after', nth: [1] }];
    const there = await opened(world('', { faults }));
    const listing: typeof there.read.listing = async (offset) => {
      const page = await there.read.listing(offset);
      return { ...page, rows: [], entries: 0, next: null };
    };
    const given = { ...there, read: { ...there.read, listing } };
    const { outcome, codes } = await applied(planOf(null, 'ab'), world('', { faults }), given);
    expect([outcome.id, codes]).toEqual([null, ['spotify/unknown-outcome']]);
    expect(there.asked().filter((one) => one.startsWith('POST'))).toHaveLength(1);
  });

  test('asks once whose playlists are looked through, however often they are', async () => {
    const faults = [{ method: 'POST', path: '/me/playlists', kind: '500', when: 'before', nth: [1, 2, 3] }];
    const { outcome, asked } = await applied(planOf(null, 'ab'), world('', { faults }));
    expect(outcome.state).toBe('applied');
    expect(asked().filter((one) => one === 'GET /me 200')).toHaveLength(1);
  });

  test('is not mistaken for a playlist of the same name', async () => {
    const faults = [{ method: 'POST', path: '/me/playlists', kind: '500', when: 'before', nth: [1] }];
    const { outcome, list } = await applied(planOf(null, 'ab'), world('z', { faults }));
    expect(outcome.id).not.toBe(list.id);
  });
});

test.each(unknown)('a detail whose answer is lost is sent again: %s', async (kind) => {
  for (const when of ['before', 'after']) {
    const faults = [{ method: 'PUT', path: '/playlists/*', kind, when, nth: [1] }];
    const plan = planOf('a', 'a', { writes: [{ kind: 'details', details: { name: 'New' } }] });
    const { outcome, list, writes } = await applied(plan, world('a', { faults }));
    expect([outcome.problems, list.name]).toEqual([[], 'New']);
    expect(writes.length).toBeLessThanOrEqual(2);
  }
});
