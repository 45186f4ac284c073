import type { TopLevelSpec } from 'vega-lite';
import type { Reading } from '../readings.ts';
import type { Frame } from './frame.ts';
import { movesPlot } from './moves.ts';
import { trendPlot } from './trend.ts';

/** Size above, movements below, on one calendar. */
export const specOf = (readings: readonly Reading[], year: number, frame: Frame): TopLevelSpec => ({
  vconcat: [trendPlot(readings, year, frame), movesPlot(readings, year, frame)],
  spacing: frame.spacing,
  bounds: 'flush',
  background: 'transparent',
  config: { aria: false, view: { stroke: null }, axis: { minExtent: 0 } },
});
