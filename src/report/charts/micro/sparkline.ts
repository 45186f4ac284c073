import { light } from '../shades.ts';
import { lineFrom } from '../spec/trend.ts';
import { inline, tenth } from './inline.ts';

const [width, height] = [112, 28];
const edge = 4;
const mostPoints = 45;

type Point = { readonly x: number; readonly y: number };

/**
 * The course of a row, oldest first, on a scale of its own: for tables, beside the number. A missing night is a gap;
 * fewer than seven readings are dots on a dotted line. Over 45 nights, each point is the last of its share of them.
 */
export function sparkline(values: readonly (number | null)[]): string {
  const runs = runsOf(placed(thinned(values)));
  const points = runs.flat();
  const last = points.at(-1);
  const dot = ({ x, y }: Point, r: number): string =>
    `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${r}" fill="${light('blue')}"/>`;
  if (last === undefined || points.length < lineFrom) {
    const ground = `<path d="M${edge},${height / 2}H${width - edge}" stroke="${light('faint')}" stroke-dasharray="1,3" fill="none"/>`;
    return inline(width, height, [ground, ...points.map((point) => dot({ ...point, y: height / 2 }, 2))]);
  }
  const d = runs.map((run) => `M${run.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join('L')}`).join('');
  const line = `<path d="${d}" fill="none" stroke="${light('blue')}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  return inline(width, height, [line, dot(last, 2.25)]);
}

/** Counted from the newest, so that the last night is always a point. */
function thinned(values: readonly (number | null)[]): readonly (number | null)[] {
  const share = Math.max(1, Math.ceil(values.length / mostPoints));
  const newestFirst = [...values].reverse();
  const shares = Array.from({ length: Math.ceil(values.length / share) }, (_, index) =>
    newestFirst.slice(index * share, (index + 1) * share),
  );
  return shares.map((nights) => nights.find((value) => value !== null) ?? null).reverse();
}

function placed(values: readonly (number | null)[]): readonly (Point | null)[] {
  const known = values.filter((value) => value !== null);
  const least = Math.min(...known);
  const span = Math.max(...known) - least;
  // A few nights stand at the new end; many fill the width.
  const step = (width - 2 * edge) / Math.max(values.length < lineFrom ? mostPoints / 3 : values.length - 1, 1);
  return values.map((value, index) =>
    value === null
      ? null
      : {
          x: width - edge - (values.length - 1 - index) * step,
          y: span === 0 ? height / 2 : height - edge - ((value - least) / span) * (height - 2 * edge),
        },
  );
}

const runsOf = (points: readonly (Point | null)[]): readonly (readonly Point[])[] =>
  points
    .reduce<Point[][]>(
      (runs, point) => {
        if (point === null) runs.push([]);
        else runs.at(-1)?.push(point);
        return runs;
      },
      [[]],
    )
    .filter((run) => run.length > 0);
