import type { AccountName, Slug } from '../domain/ids.ts';
import type { Plan, PlaylistPlan } from '../domain/plan.ts';
import { type Bucket, buckets, type Requests } from '../domain/portfolio.ts';
import { readsOf } from '../domain/price.ts';
import { withRetries } from '../domain/quota.ts';
import { problem } from '../problem/problem.ts';
import { isWritten, putOff, totalled } from './assemble.ts';
import { type Waiting, waitingFirst } from './waiting.ts';

/** What an app has left of its budgets, for all its accounts. */
export type AppRoom = {
  readonly accounts: readonly AccountName[];
  readonly room: Requests;
  /** From which minute so many requests can be sent beside those that are planned now; null where they never can. */
  readonly freeFor: (bucket: Bucket, requests: number, planned: number) => string | null;
};

/**
 * Puts off the playlists that there is no room for, retries and one reading back included: none is begun that cannot be
 * finished. Those that wait longest come first.
 */
export function withinRoom(plan: Plan, apps: readonly AppRoom[], budget: Requests, waiting: Waiting): Plan {
  const left = new Map(apps.map((app) => [app, app.room]));
  const judged = new Map<Slug, PlaylistPlan>();
  for (const one of waitingFirst(plan.playlists.filter(isWritten), waiting)) {
    const app = apps.find(({ accounts }) => accounts.includes(one.account));
    const room = app === undefined ? undefined : left.get(app);
    // Who is not signed in is not written to.
    if (app === undefined || room === undefined) continue;
    const price = withRetries(one.price);
    const needed = withReadBack(price, one);
    const short = buckets.find((bucket) => needed[bucket] > room[bucket]);
    if (short === undefined) left.set(app, less(room, price));
    else {
      const facts = {
        playlist: one.name,
        bucket: short,
        price: needed[short],
        left: room[short],
        budget: budget[short],
        free: app.freeFor(short, needed[short], app.room[short] - room[short]),
      };
      judged.set(one.slug, putOff(one, problem('plan/budget-spent', facts)));
    }
  }
  if (judged.size === 0) return plan;
  return totalled(
    plan,
    plan.playlists.map((one) => judged.get(one.slug) ?? one),
  );
}

/** A write of which it is not known whether it was done has the list read once more; what is not used for that the next playlist has. */
const withReadBack = (price: Requests, { price: exact, before, after }: PlaylistPlan): Requests => ({
  ...price,
  playlist_reads: Math.max(price.playlist_reads, exact.playlist_reads + readsOf(Math.max(before.count, after.count))),
});

const less = (room: Requests, price: Requests): Requests =>
  // Sound: the entries are the buckets, each once.
  Object.fromEntries(buckets.map((bucket) => [bucket, room[bucket] - price[bucket]])) as Requests;
