import { describe, expect, test } from 'vitest';
import { letters, opened, playlistId } from '../adapters/opened.ts';
import { found, id, items, list, uri, world } from '../simulator/here.ts';
import { applied, keys, planOf } from './applied.ts';

const total = (price: object): number => Object.values(price).reduce((sum: number, one: number) => sum + one, 0);
const many = (count: number): string => 'abcdefghij'.repeat(count / 10);

describe('without faults', () => {
  test.each([
    ['adds, removes and moves', 'abcd', 'dbae'],
    ['empties nothing on the way', 'ab', 'cd'],
    ['keeps what cannot be added again', 'aL-b', '-bLc'],
    ['reads 250 rows', many(250), `${many(250)}k`],
  ])('%s, for the price of the plan', async (_, before, after) => {
    const plan = planOf(before, after);
    const { outcome, rows, asked } = await applied(plan, world(before));
    expect(rows()).toBe(after);
    expect(outcome).toMatchObject({ state: 'applied', id: playlistId, problems: [] });
    expect(letters(outcome.actual?.rows ?? [])).toBe(after);
    expect([asked().length, outcome.requests]).toEqual([total(plan.price), total(plan.price)]);
  });

  test('rebuilds', async () => {
    const plan = planOf(many(120), `${many(110)}kl`, { way: 'rebuild' });
    const { outcome, rows, asked } = await applied(plan, world(many(120)));
    expect([rows(), outcome.state, asked().length]).toEqual([`${many(110)}kl`, 'applied', total(plan.price)]);
  });

  test('creates, fills and describes', async () => {
    const plan = planOf(null, 'abc');
    const { outcome, asked, world: there } = await applied(plan, world('a'));
    const created = found(there.playlists.get(found(outcome.id)));
    expect(created.rows.map((row) => row.uri)).toEqual([uri('a'), uri('b'), uri('c')]);
    expect([created.name, created.description]).toEqual(['List', 'Songs']);
    expect([outcome.state, outcome.problems, asked().length]).toEqual(['applied', [], total(plan.price)]);
  });

  test('changes details, each in a request of its own', async () => {
    const writes = [
      { kind: 'details', details: { name: 'New' } },
      { kind: 'details', details: { description: 'Says it' } },
    ] as const;
    const { outcome, list: there } = await applied(planOf('a', 'a', { writes }), world('a'));
    expect([there.name, there.description, outcome.state]).toEqual(['New', 'Says it', 'applied']);
  });
});

describe('refuses', () => {
  test('to begin when somebody changed the list after it was planned', async () => {
    const { outcome, rows, writes, codes } = await applied(planOf('abc', 'cba'), world('abcd'));
    expect([rows(), writes, codes]).toEqual(['abcd', [], ['apply/changed-since-plan']]);
    expect(outcome).toMatchObject({ state: 'not-applied', requests: 1 });
    expect(letters(outcome.actual?.rows ?? [])).toBe('abcd');
  });

  test('to begin when the playlist was deleted', async () => {
    const { outcome, codes } = await applied(planOf('a', 'b', { id: id('nowhere') as never }), world('a'));
    expect([outcome.state, outcome.actual, codes]).toEqual(['not-applied', null, ['spotify/not-found']]);
  });

  test('and says so, nothing written, when the first write is refused', async () => {
    const file = world('abc', { apps: [{ id: 'app', pace: null, quotas: { writes: 0 } }] });
    const { outcome, codes } = await applied(planOf('abc', 'cab'), file);
    expect([outcome.state, codes]).toEqual(['not-applied', ['spotify/quota-exceeded']]);
  });

  test('to go on when the bucket closes half-way, and says how far it came', async () => {
    const file = world('ab', { apps: [{ id: 'app', pace: null, quotas: { writes: 1 } }] });
    const { outcome, codes, rows } = await applied(planOf('ab', 'cd'), file);
    expect([outcome.state, codes, rows()]).toEqual(['partly', ['spotify/quota-exceeded'], 'abcd']);
  });
});

test.each([
  ['once where it shows within a second', 0.9, 2],
  ['again where it does not', 2.5, 3],
  ['again and again, and waits longer each time', 6, 4],
  ['for half a minute', 30, 6],
])('reads what was written %s', async (_, itemLagSeconds, reads) => {
  const file = world('ab', { settings: { publicSticks: 'never', itemLagSeconds } });
  const { outcome, asked } = await applied(planOf('ab', 'abc'), file);
  expect([outcome.state, outcome.problems, letters(outcome.actual?.rows ?? [])]).toEqual(['applied', [], 'abc']);
  expect(asked().length - 1).toBe(reads);
});

test('does not know how a list stands that shows only what stood there before', async () => {
  const file = world('ab', { settings: { publicSticks: 'never', itemLagSeconds: 120 } });
  const { outcome, codes, rows } = await applied(planOf('ab', 'cb'), file);
  expect([outcome.state, outcome.confirmed, codes]).toEqual(['partly', false, ['apply/not-shown']]);
  expect([rows(), outcome.own]).toEqual(['cb', keys('cb')]);
});

test('waits for nothing that somebody else wrote after us', async () => {
  const there = await opened(world('ab'));
  const write: typeof there.write.write = async (...args) => {
    const answer = await there.write.write(...args);
    there.list.rows = [...there.list.rows, { ...found(there.list.rows[0]), uri: uri('z') }];
    return answer;
  };
  const given = { ...there, write: { ...there.write, write } };
  const { outcome, codes } = await applied(planOf('ab', 'abc'), world('ab'), given);
  expect([outcome.confirmed, codes, outcome.own]).toEqual([true, ['apply/differs-after'], keys('abc')]);
  expect(there.asked().length - 1).toBe(3);
});

test('notes a detail that is refused, and goes on', async () => {
  const writes = [
    { kind: 'details', details: { description: 'two\nlines' } },
    { kind: 'details', details: { name: 'New' } },
  ] as const;
  const { outcome, list: there, codes } = await applied(planOf('a', 'a', { writes }), world('a'));
  expect([outcome.state, codes, there.name]).toEqual(['applied', ['apply/details-refused'], 'New']);
});

test('tells that a relinked row was not removed, by reading at the end', async () => {
  const { outcome, codes, rows } = await applied(planOf('at', 'a'), world('as'));
  expect([outcome.state, codes, rows()]).toEqual(['partly', ['apply/cannot-remove'], 'as']);
});

test('lets a relinked copy stand for the one that was to stay', async () => {
  const { outcome, writes, rows } = await applied(planOf('attb', 'bat'), world('astb'));
  expect([outcome.state, outcome.problems, rows()]).toEqual(['applied', [], 'bas']);
  expect(writes).toHaveLength(2);
});

test('adds nothing where more relinked copies stand than are wanted, and says so', async () => {
  const { outcome, codes, writes, rows } = await applied(planOf('attb', 'atb'), world('assb'));
  expect([outcome.state, codes, rows()]).toEqual(['partly', ['apply/cannot-remove'], 'assb']);
  expect(writes).toHaveLength(1);
});

test('ends after the request in flight when a signal says so', async () => {
  const ending = new AbortController();
  const there = await applied(planOf('ab', 'cd'), world('ab'));
  const stopping = {
    ...there.write,
    write: async (...args: Parameters<typeof there.write.write>) => {
      ending.abort();
      return there.write.write(...args);
    },
  };
  there.list.rows = [...'ab'].map((letter) => ({ ...found(there.list.rows[0]), uri: uri(letter) }));
  const { outcome, codes } = await applied(planOf('ab', 'cd'), world('ab'), {
    read: there.read,
    write: stopping,
    clock: there.clock,
    signal: ending.signal,
  });
  expect([outcome.state, codes, there.rows()]).toEqual(['partly', [], 'abcd']);
});

test('stops when somebody writes while the outcome of a write is not known', async () => {
  const faults = [{ method: 'POST', path: items, kind: '502', nth: [1] }];
  const hand = {
    kind: 'hand-edit',
    at: '2026-11-22T03:00:01Z',
    user: 'owner',
    playlist: list,
    remove: [uri('a')],
    add: [],
  };
  const { outcome, codes } = await applied(planOf('ab', 'abc'), world('ab', { faults, happenings: [hand] }));
  expect([outcome.state, codes]).toEqual(['partly', ['apply/changed-since-plan']]);
});
