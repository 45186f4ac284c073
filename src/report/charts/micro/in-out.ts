import { light } from '../shades.ts';
import { inline, tenth } from './inline.ts';

const bar = 3;
const step = 4;
const tallest = 12;
const height = 28;
const middle = height / 2;

/** What came (up) and went (down) on a night; null: not read. */
export type Movement = { readonly entered: number; readonly left: number };

/** A bar a night from a midline, oldest first, on a scale of its own; nothing moved is the empty midline. */
export function inOutBars(nights: readonly (Movement | null)[]): string {
  const width = Math.max(1, nights.length) * step - 1;
  const most = nights.reduce((sum, night) => Math.max(sum, night?.entered ?? 0, night?.left ?? 0), 0);
  const bars = (what: keyof Movement, sign: 1 | -1): string =>
    nights
      .map((night, index) => ({ count: night?.[what] ?? 0, x: index * step }))
      .filter(({ count }) => count > 0)
      // At least two pixels, or a single track beside a hundred would not be seen.
      .map(({ count, x }) => `M${x},${middle}h${bar}v${tenth(sign * Math.max(2, (count / most) * tallest))}h-${bar}Z`)
      .join('');
  return inline(width, height, [
    `<path d="M0,${middle}H${width}" stroke="${light('line')}" fill="none"/>`,
    ...path(bars('entered', -1), light('blue')),
    ...path(bars('left', 1), light('clay')),
  ]);
}

const path = (d: string, fill: string): readonly string[] => (d === '' ? [] : [`<path d="${d}" fill="${fill}"/>`]);
