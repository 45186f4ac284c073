import { moveBound } from '../bounds.ts';
import type { Drawing } from '../chart.ts';
import { type Reading, weeksOf } from '../readings.ts';
import type { Paper } from '../vega/draw.ts';
import { entriesOf, type KeyEntry, keyLines } from './key.ts';

/** Where the parts of a chart stand, in pixels. */
export type Frame = Paper & {
  readonly on: 'file' | 'page';
  /** Of both plots. */
  readonly plot: number;
  readonly trend: number;
  readonly moves: number;
  readonly spacing: number;
  /** Between the lower plot and the months: room for the number of a week that is cut. */
  readonly below: number;
  /** Too narrow for twelve months. */
  readonly narrow: boolean;
  readonly key: readonly (readonly KeyEntry[])[];
};

const monthLabels = 30;
const keyLine = 20;

export function frameOf(readings: readonly Reading[], year: number, { width = 760, on = 'file' }: Drawing): Frame {
  const narrow = width < 480;
  const edge = on === 'file' ? 16 : 0;
  const left = 44;
  const right = narrow ? 6 : 10;
  const key = keyLines(entriesOf(readings), width - 2 * edge);
  const trend = narrow ? 150 : 180;
  const moves = narrow ? 48 : 56;
  const spacing = 26;
  const weeks = weeksOf(readings, year);
  const below = weeks.some(({ left }) => left > moveBound(weeks)) ? 15 : 0;
  const padding = {
    left: left + edge,
    right: right + edge,
    top: on === 'file' ? 76 : 12,
    bottom: below + monthLabels + key.length * keyLine + (on === 'file' ? 12 : 4),
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
    below,
    narrow,
    key,
  };
}
