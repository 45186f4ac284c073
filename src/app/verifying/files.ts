import { Temporal } from 'temporal-polyfill';
import type { AccountName } from '../../domain/ids.ts';
import { type Shelf, shelfPath } from '../../ledger/paths.ts';
import type { PastCommit } from '../../ports.ts';

/**
 * Every file of a shelf that these commits can have written, gone ones too, oldest first: all months between the first
 * commit and the last, and one on either side, since nights are of a zone.
 */
export function filesOf(account: AccountName, shelf: Shelf, commits: readonly PastCommit[]): readonly string[] {
  const moments = commits.map(({ atMs }) => atMs);
  if (moments.length === 0) return [];
  const monthAt = (ms: number): Temporal.PlainYearMonth =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth();
  const last = monthAt(Math.max(...moments)).add({ months: 1 });
  const paths: string[] = [];
  for (let month = monthAt(Math.min(...moments)).subtract({ months: 1 }); ; month = month.add({ months: 1 })) {
    paths.push(shelfPath(account, shelf, month.toString()));
    if (month.equals(last)) return paths;
  }
}
