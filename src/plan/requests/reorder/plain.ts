import { Fenwick } from './fenwick.ts';
import { longestIncreasing } from './increasing.ts';
import { lighter, type Move } from './move.ts';
import { slot } from './slot.ts';
import type { Strips } from './strips.ts';

/** Which strips stay where they are in the plain way: as many as can, the rim among them. */
export const stay = ({ order }: Strips): ReadonlySet<number> =>
  new Set(longestIncreasing(order).map((place) => slot(order, place)));

/** The plain way: every strip that does not stay moves once, to behind what precedes it in the end. */
export function plainMoves(
  strips: Strips,
  staying = stay(strips),
  moving = displaced(strips, staying),
): readonly Move[] {
  const { order, lengths } = strips;
  const places = new Map(order.map((strip, place) => [strip, place]));
  const placeOf = (strip: number): number => places.get(strip) ?? 0;
  const rows = new Fenwick(order.map((strip) => slot(lengths, strip)));
  const anchors = anchorsOf(order, staying);
  return moving.map((strip) => {
    const [place, anchor] = [placeOf(strip), placeOf(slot(anchors, strip))];
    const length = slot(lengths, strip);
    const move = lighter({ kind: 'move', start: rows.sum(place), length, before: rows.sum(anchor + 1) });
    // What has moved is counted with the strip that it now stands behind.
    rows.add(place, -length);
    rows.add(anchor, length);
    return move;
  });
}

/** The strips that do not stay, in final order. */
export const displaced = ({ order }: Strips, staying: ReadonlySet<number>): readonly number[] =>
  order.filter((strip) => !staying.has(strip)).sort((a, b) => a - b);

/** By strip: the last staying strip that precedes it in the end. */
function anchorsOf(order: readonly number[], staying: ReadonlySet<number>): Int32Array {
  const anchors = new Int32Array(order.length);
  let anchor = 0;
  for (let strip = 0; strip < order.length; strip++) {
    if (staying.has(strip)) anchor = strip;
    anchors[strip] = anchor;
  }
  return anchors;
}
