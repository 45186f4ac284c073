import type { Facts } from '../../domain/facts.ts';
import type { Slug, SnapshotId } from '../../domain/ids.ts';
import { packed } from '../../domain/known/rows.ts';
import type { Leaving } from '../../domain/past.ts';
import { type Actual, keysOf } from '../../domain/playlist.ts';
import type { Control, Hands } from '../../domain/portfolio.ts';
import type { AccountLedger, Recorded } from '../../ledger/ledger.ts';
import type { Additions } from './journal.ts';
import { factsToKeep } from './keep.ts';
import { auditOf, historyOf, type Observed } from './observe.ts';
import type { Run } from './run.ts';

/** What reading or writing playlists adds to an account's ledger: records, history and audit, each only where something changed. */
export function additionsFor(
  observed: readonly Observed[],
  ledger: AccountLedger,
  run: Run,
  snapshotOf: (actual: Actual) => SnapshotId,
): Pick<Additions, 'playlists' | 'history' | 'audit'> {
  const known = Map.groupBy(ledger.history, ({ playlist }) => playlist);
  const sorted = [...observed].sort((one, other) => (one.actual.id < other.actual.id ? -1 : 1));
  return {
    playlists: sorted.map(({ slug, actual }) => recordOf(slug, packed(actual, snapshotOf(actual)))),
    history: sorted.flatMap(({ actual, recorded }) =>
      historyOf(actual.id, keysOf(recorded?.actual.rows ?? []), actual, known.get(actual.id) ?? [], run.night),
    ),
    audit: sorted.flatMap((one) => auditOf(one, run)),
  };
}

export const recordOf = (rule: Slug | null, actual: Actual): Recorded => ({ rule, actual });

/** Playlists that rules only read from, as they were read tonight. */
export function sourcesRead(ledger: AccountLedger, facts: Facts): readonly Recorded[] {
  const ruled = new Set(Object.values(ledger.control.playlists).map((one) => one?.id));
  return Object.values(facts.answers).flatMap(({ need, answer }) => {
    if (need.kind !== 'playlist' || need.account !== ledger.account || answer.state !== 'whole') return [];
    if (ruled.has(need.id)) return [];
    const actual = answer.found as Actual;
    return ledger.playlists.get(need.id)?.actual === actual ? [] : [recordOf(null, actual)];
  });
}

/** The facts of the night, as far as the ledger keeps them; the old value where nothing was read. */
export const factsAfter = (ledger: AccountLedger, facts: Facts): Facts => factsToKeep(ledger, facts);

/** The hands of tonight in the control; rules without any are left out. */
export function handsInto(control: Control, slugs: readonly Slug[], hands: ReadonlyMap<Slug, Hands>): Control {
  const known: Record<string, Hands> = {};
  for (const slug of slugs) {
    const one = hands.get(slug);
    if (one !== undefined && !isEmpty(one)) known[slug] = one;
  }
  return { ...control, hands: known as NonNullable<Control['hands']> };
}

/** What is planned to leave in the control; of rules without a plan tonight, what earlier ones said. */
export function leavingInto(control: Control, slugs: readonly Slug[], planned: ReadonlyMap<Slug, Leaving>): Control {
  const known: Record<string, Leaving> = {};
  for (const slug of slugs) {
    const one = planned.get(slug) ?? control.leaving?.[slug] ?? {};
    if (Object.keys(one).length > 0) known[slug] = one;
  }
  // The keys are those of rules.
  return { ...control, leaving: known as NonNullable<Control['leaving']> };
}

const isEmpty = ({ held, kept = {}, removed = {} }: Hands): boolean =>
  held === undefined && Object.keys(kept).length + Object.keys(removed).length === 0;
