import { hashOf, hashOfMembers } from '../domain/hash.ts';
import type { AccountName, Slug } from '../domain/ids.ts';
import { type Need, needKey } from '../domain/need.ts';
import type { Envelope, Lack, Plan, PlaylistPlan } from '../domain/plan.ts';
import { buckets, type Portfolio, type Requests } from '../domain/portfolio.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { type Waiting, waitingFirst } from './waiting.ts';

export type Parts = {
  readonly night: string;
  readonly playlists: readonly PlaylistPlan[];
  readonly lacking: readonly { readonly slug: Slug; readonly need: Need; readonly price: Requests }[];
  /** The answers that were looked at, by key. */
  readonly used: Readonly<Record<string, unknown>>;
  readonly limits: Portfolio['limits'];
  readonly waiting: Waiting;
  readonly absent?: Absent | undefined;
};

/** Accounts that are not written to tonight, each with why, as far as that was said. */
export type Absent = ReadonlyMap<AccountName, readonly Problem[]>;

/** The plan of a whole night: everything sorted, limits of a run held, totals and envelope drawn up. */
export function assemble({ night, playlists, lacking, used, limits, waiting, absent = new Map() }: Parts): Plan {
  const present = [...playlists].sort(bySlug).map((one) => unlessAbsent(one, absent.get(one.account)));
  const sorted = withinLimits(present, limits, waiting);
  const plan: Omit<Plan, Totals> = {
    version: 1,
    night,
    boundTo: { rules: hashOf(sorted.map(({ slug, rule }) => [slug, rule])), facts: hashOfMembers(used) },
    playlists: sorted,
    lacks: lacking
      .map(({ slug, need, price }): Lack => ({ slug, need: needKey(need), price }))
      .sort((one, other) => (`${one.slug} ${one.need}` < `${other.slug} ${other.need}` ? -1 : 1)),
  };
  return totalled(plan, sorted);
}

type Totals = 'envelope' | 'price';

/** The plan with these playlists: its envelope and price are theirs. */
export function totalled(plan: Omit<Plan, Totals>, playlists: readonly PlaylistPlan[]): Plan {
  const written = playlists.filter(isWritten);
  return { ...plan, playlists, envelope: envelopeOf(written), price: priceOf(written) };
}

export const isWritten = ({ state }: PlaylistPlan): boolean => state === 'change' || state === 'create';

export const requestsIn = (price: Requests): number => buckets.reduce((sum, bucket) => sum + price[bucket], 0);

const bySlug = (one: PlaylistPlan, other: PlaylistPlan): number => (one.slug < other.slug ? -1 : 1);

/** What writing these costs, all together. */
export const priceOf = (plans: readonly Pick<PlaylistPlan, 'price'>[]): Requests =>
  total(plans.map(({ price }) => price));

const total = (prices: readonly Requests[]): Requests =>
  // Sound: the entries are the buckets, each once.
  Object.fromEntries(
    buckets.map((bucket) => [bucket, prices.reduce((sum, price) => sum + price[bucket], 0)]),
  ) as Requests;

function envelopeOf(written: readonly PlaylistPlan[]): Envelope {
  const changes = written.flatMap((plan) => plan.changes);
  return {
    playlists: written.map(({ slug }) => slug),
    removals: changes.filter(({ kind }) => kind === 'remove').length,
    additions: changes.filter(({ kind }) => kind === 'add').length,
    requests: written.reduce((sum, { price }) => sum + requestsIn(price), 0),
    datesLost: written.reduce((sum, { datesLost }) => sum + datesLost, 0),
  };
}

/** What nobody can write takes nothing of the limits from what can be written. */
const unlessAbsent = (plan: PlaylistPlan, because: readonly Problem[] | undefined): PlaylistPlan =>
  because === undefined || !isWritten(plan) ? plan : putOff(plan, ...because.slice(0, 1));

/** Puts off whole playlists once a run would create too many or send too much, those that wait longest last. */
function withinLimits(
  playlists: readonly PlaylistPlan[],
  limits: Portfolio['limits'],
  waiting: Waiting,
): readonly PlaylistPlan[] {
  const creations = playlists.filter(({ state }) => state === 'create').length;
  const requests = playlists.filter(isWritten).reduce((sum, { price }) => sum + requestsIn(price), 0);
  const left = { ...limits };
  const judge = (plan: PlaylistPlan): PlaylistPlan => {
    if (plan.state === 'create' && left.creations === 0)
      return putOff(plan, problem('plan/too-many-creations', { creations, most: limits.creations }));
    if (requestsIn(plan.price) > left.requests)
      return putOff(plan, problem('plan/too-many-requests', { requests, most: limits.requests }));
    left.creations -= plan.state === 'create' ? 1 : 0;
    left.requests -= requestsIn(plan.price);
    return plan;
  };
  const judged = new Map(waitingFirst(playlists.filter(isWritten), waiting).map((one) => [one.slug, judge(one)]));
  return playlists.map((one) => judged.get(one.slug) ?? one);
}

export const putOff = (plan: PlaylistPlan, ...because: PlaylistPlan['problems']): PlaylistPlan => ({
  ...plan,
  state: 'put-off',
  problems: [...plan.problems, ...because],
});
