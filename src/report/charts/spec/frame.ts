import type { Drawing } from '../chart.ts';
import type { Paper } from '../vega/draw.ts';
import { type KeyEntry, keyLines } from './key.ts';

/** Where the parts of a chart stand, in pixels. */
export type Frame = Paper & {
  readonly on: 'file' | 'page';
  /** Of both plots. */
  readonly plot: number;
  readonly trend: number;
  readonly moves: number;
  readonly spacing: number;
  /** Too narrow for twelve months. */
  readonly narrow: boolean;
  /** From the left of the plots to the left of the words. */
  readonly inset: number;
  readonly key: readonly (readonly KeyEntry[])[];
};

const monthLabels = 26;
const keyLine = 20;

export function frameOf({ width = 760, on = 'file' }: Drawing, entries: readonly Omit<KeyEntry, 'x'>[]): Frame {
  const narrow = width < 480;
  const edge = on === 'file' ? 16 : 0;
  const left = 44;
  const right = narrow ? 6 : 10;
  const key = keyLines(entries, width - 2 * edge);
  const trend = narrow ? 150 : 180;
  const moves = narrow ? 48 : 56;
  const spacing = 26;
  const padding = {
    left: left + edge,
    right: right + edge,
    top: on === 'file' ? 76 : 12,
    bottom: monthLabels + key.length * keyLine + (on === 'file' ? 12 : 4),
  };
  return {
    on,
    width,
    height: padding.top + trend + spacing + moves + padding.bottom,
    padding,
    plot: width - padding.left - padding.right,
    trend,
    moves,
    spacing,
    narrow,
    inset: left,
    key,
  };
}
