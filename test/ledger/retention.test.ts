import { describe, expect, test } from 'vitest';
import type { PlaylistId } from '../../src/domain/ids.ts';
import type { HistoryLine } from '../../src/domain/records/history.ts';
import { retained } from '../../src/ledger/retention.ts';
import { keys } from '../build/rule.ts';

const line = (night: string, entered: string, left: string, followers: number | null = null): HistoryLine => ({
  night,
  playlist: 'p' as PlaylistId,
  count: 0,
  followers,
  entered: keys(entered),
  left: keys(left),
  hash: night,
});

const history = [
  line('2025-01-10', 'abb', '', 7),
  line('2025-02-20', 'c', 'a'),
  line('2025-03-05', 'd', 'b'),
  line('2025-04-01', '', 'c'),
];

describe('retained()', () => {
  test('keeps what is not old enough, months whole', () => {
    expect(retained(history, '2025-04-02', 82)).toBe(history);
  });

  test('folds old months into what they add up to', () => {
    const kept = retained(history, '2025-04-15', 30);
    expect(kept).toEqual([{ ...line('2025-02-28', 'bbc', '', 7), hash: '2025-02-20' }, ...history.slice(2)]);
    expect(retained(kept, '2025-04-16', 30)).toBe(kept);
  });

  test('knows the rows of lines that only tell followers', () => {
    const { hash, ...told } = line('2025-02-25', '', '', 9);
    expect(hash).toBe('2025-02-25');
    const kept = retained([...history.slice(0, 2), told, ...history.slice(2)], '2025-04-15', 30);
    expect(kept[0]).toEqual({ ...line('2025-02-28', 'bbc', '', 9), hash: '2025-02-20' });
  });
});
