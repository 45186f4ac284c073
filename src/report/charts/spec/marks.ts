import type { Reading } from '../readings.ts';
import { light } from '../shades.ts';
import type { KeyEntry } from './key.ts';
import type { Layer } from './types.ts';

/** Told apart by form: a ring for a hand, a diamond for what was held back. */
export const symbolOf = (kind: Exclude<KeyEntry['kind'], 'gap'>) =>
  kind === 'by-hand'
    ? ({ shape: 'circle', size: 58, fill: light('panel'), stroke: light('clay'), strokeWidth: 1.75 } as const)
    : ({ shape: 'diamond', size: 62, fill: light('panel'), stroke: light('mute'), strokeWidth: 1.5 } as const);

export const ringOf = (readings: readonly Reading[], kind: 'by-hand' | 'held'): readonly Layer[] =>
  readings.length === 0
    ? []
    : [
        {
          data: { values: readings.map(({ day, size }) => ({ day, size })) },
          mark: { type: 'point', opacity: 1, ...symbolOf(kind) },
        },
      ];
