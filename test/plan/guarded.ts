import type { Desired } from '../../src/domain/desired.ts';
import { at, keys, settings } from '../build/rule.ts';

export const desired = (letters: string): Desired => ({
  rows: keys(letters).map((key) => ({ key, why: [] })),
  dropped: [],
  gaps: [],
  empty: [],
  unknown: 0,
  gaveWay: [],
});

export const limits = settings().guard;
export const ack = { removals: 5, until: '2026-11-22', at };
