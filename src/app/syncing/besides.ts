import type { AccountName } from '../../domain/ids.ts';
import type { Playbook } from '../../domain/portfolio.ts';
import type { Origin } from '../../domain/records/origin.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { ledgerFolder, worldPath } from '../../ledger/paths.ts';
import type { NewCommit } from '../../ports.ts';
import type { Ports } from '../ports.ts';
import { reportFiles } from '../report-files.ts';

type Committed = NewCommit['files'];

export type Beside = {
  readonly origin: Origin;
  readonly playbook: Playbook;
  /** Whether anything happened of which reports tell. */
  readonly isEventful: boolean;
};

/** What is committed beside the ledger at the end of a night: reports that came out otherwise, and the simulator's world. */
export async function besides(
  accounts: ReadonlyMap<AccountName, AccountLedger>,
  { origin, playbook, isEventful }: Beside,
  { files, world }: Pick<Ports, 'files' | 'world'>,
): Promise<Committed> {
  const found = new Map<string, string | null>(world === null ? [] : [[worldPath, world.text()]]);
  if (!isEventful) return found;
  const reports = await reportFiles(accounts, origin, playbook);
  for (const [path, text] of reports) if ((await files.read(path)) !== text) found.set(path, text);
  for (const path of await files.list(ledgerFolder)) if (isReport(path) && !reports.has(path)) found.set(path, null);
  return found;
}

/** Charts and pages: whatever of them is not made any more tells of a playlist that is not ruled any more. */
const isReport = (path: string): boolean =>
  /^reports\/charts\/[^/]+\.svg$/.test(path) || /^reports\/[^/]+\/playlists\/[^/]+\.md$/.test(path);
