import type { Announce } from '../../apply/anew.ts';
import type { PlaylistPlan } from '../../domain/plan.ts';
import type { Intent } from '../../domain/records/run.ts';
import { priceOf } from '../../plan/assemble.ts';
import { intentLine, intentOf, sendingOf } from './intents.ts';
import { anewMessage } from './message.ts';
import type { Writing } from './write.ts';

/**
 * Commits what a playlist's writes are from now on, with what they and the account's plans behind them cost at most: a
 * later announcement of a run takes the place of those before it.
 */
export const announcing =
  (plan: PlaylistPlan, behind: readonly PlaylistPlan[], { run, book, accounts }: Writing): Announce =>
  async ({ from, writes, inParts, dead, price }) => {
    const items = writes.filter(({ kind }) => kind !== 'details');
    const details = plan.writes.filter(({ kind }) => kind === 'details');
    const intent: Intent = {
      ...intentOf(plan, run),
      from,
      writes: [...items, ...details],
      ...(inParts ? { inParts } : {}),
    };
    const line = intentLine(run, sendingOf(accounts.get(plan.account)), priceOf([{ price }, ...behind]), [intent]);
    const known = book.accounts.get(plan.account)?.control;
    const refused = Object.fromEntries(dead.map((uri) => [uri, run.night] as const));
    const control =
      known === undefined ? {} : { control: { ...known, quarantined: { ...known.quarantined, ...refused } } };
    book.add(plan.account, { run: () => line, ...(dead.length === 0 ? {} : control) });
    await book.commit(anewMessage(run, plan.slug, inParts));
  };
