import type { Day, Seen, Watched } from './watched.ts';

/** How many nights may lie between two looks at anyone, and what of a night's budget the looks can count on. */
export type Bound = { readonly nights: number; readonly aNight: number };

/**
 * 1.2 times the nights that looking at everybody once takes. A look is never cut in two, so that a night may end with
 * a budget left that the next look does not fit into: what the largest look takes beyond its first request is not
 * counted on. Looks larger than the whole budget never come about and are left out.
 */
export function boundOf(watched: readonly Watched[], budget: number): Bound {
  const possible = watched.filter(({ requests }) => requests <= budget);
  const whole = possible.reduce((sum, { requests }) => sum + requests, 0);
  const aNight = budget - possible.reduce((most, { requests }) => Math.max(most, requests), 1) + 1;
  // In whole numbers: 1.2 times 5 is 6, and not a little less.
  return { nights: aNight < 1 ? 0 : Math.floor((6 * Math.ceil(whole / aNight)) / 5), aNight };
}

/**
 * Those who have to be looked at tonight so that everybody still can be in time: with `due(k)` the requests of the looks
 * that may wait k more nights at most, tonight's looks must hold `due(k) - k × aNight` of these, for every k. Then the
 * same is possible tomorrow, and so for ever. They are taken by their deadlines, which is best when it is too late for
 * some already: after nights without a run, or when there are fewer artists all at once. `inTurn`: longest ago first.
 */
export function reserved<One extends Seen>(
  inTurn: readonly One[],
  tonight: Day,
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
  return fitting(inTurn, Math.min(needed, aNight), Number.POSITIVE_INFINITY);
}

/** The first ones until they come to `enough` requests, without those that do not fit into what is `left`. */
export function fitting<One extends Watched>(those: readonly One[], enough: number, left: number): readonly One[] {
  let taken = 0;
  return those.filter(({ requests }) => {
    if (taken >= enough || taken + requests > left) return false;
    taken += requests;
    return true;
  });
}
