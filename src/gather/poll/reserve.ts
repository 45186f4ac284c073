import type { Day, Seen, Watched } from './watched.ts';

/** How many nights may lie between two looks at anyone, and what of a night's budget the looks can count on. */
export type Bound = { readonly nights: number; readonly aNight: number };

/**
 * 1.2 times the nights that looking at everybody once takes. A look is never cut in two, so that a night may end with a
 * budget left that the next look does not fit into: what the largest look takes beyond its first request is not counted
 * on. A few looks far larger than all others would make that most of the budget. They stay for the next night when they
 * do not fit any more, where they come first, and count twice instead: the least that comes out is the bound. Looks
 * larger than the whole budget never come about and are left out.
 */
export function boundOf(watched: readonly Watched[], budget: number): Bound {
  const sizes = watched.flatMap(({ requests }) => (requests <= budget ? requests : [])).sort((a, b) => b - a);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  let best: Bound = { nights: 0, aNight: 0 };
  let larger = 0;
  for (const size of sizes.length === 0 ? [1] : sizes) {
    const aNight = budget - size + 1;
    // In whole numbers: 1.2 times 5 is 6, and not a little less.
    const nights = aNight < 1 ? 0 : Math.floor((6 * Math.ceil((whole + larger) / aNight)) / 5);
    if (best.aNight === 0 || nights < best.nights) best = { nights, aNight };
    larger += size;
  }
  return best;
}

/**
 * Those who have to be looked at tonight so that everybody still can be in time: with `due(k)` the requests of the looks
 * that may wait k more nights at most, tonight's looks must hold `due(k) - k × aNight` of these, for every k. Then the
 * same is possible tomorrow, and so for ever. They are taken by their deadlines, which is best when it is too late for
 * some already: after nights without a run, or when there are fewer artists all at once. `inTurn`: longest ago first.
 */
export function reserved<One extends Seen>(
  inTurn: readonly One[],
  { tonight, budget }: { readonly tonight: Day; readonly budget: number },
  { nights, aNight }: Bound,
): readonly One[] {
  const { needed } = inTurn.reduce(
    (before, { looked, requests }) => {
      const due = before.due + requests;
      const nightsLeft = Math.max(0, nights - (tonight - looked));
      return { due, needed: Math.max(before.needed, due - nightsLeft * aNight) };
    },
    { due: 0, needed: 0 },
  );
  return fitting(inTurn, Math.min(needed, aNight), budget);
}

/** The first ones until they come to `enough` requests, without those that do not fit into what is `left`. */
export function fitting<One extends Watched>(
  those: readonly One[],
  enough: number,
  left: number,
  sizeOf: (one: One) => number = ({ requests }) => requests,
): readonly One[] {
  let taken = 0;
  return those.filter((one) => {
    const size = sizeOf(one);
    if (taken >= enough || taken + size > left) return false;
    taken += size;
    return true;
  });
}
