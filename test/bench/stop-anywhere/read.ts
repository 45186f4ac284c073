import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { disk } from '../../../src/adapters/files/disk.ts';
import { readAccounts, readMonths, readOrigin } from '../../../src/app/ledger.ts';
import type { AccountName } from '../../../src/domain/ids.ts';
import { type Chain, checkChain } from '../../../src/ledger/chain.ts';
import type { AccountLedger } from '../../../src/ledger/ledger.ts';
import { rootOf } from '../../../src/ledger/origin.ts';

const owner = 'owner' as AccountName;

/** The one account's ledger as it stands on the disk. */
export async function readLedgerOf(folder: string): Promise<AccountLedger> {
  const ledger = (await readAccounts(disk(folder), [owner])).get(owner);
  if (ledger === undefined) throw new Error('There is no ledger');
  return ledger;
}

/** Whether the audit holds together, from its root to its end. */
export async function chainOf(folder: string): Promise<Chain> {
  const files = disk(folder);
  const origin = await readOrigin(files);
  if (origin === undefined) throw new Error('There is no origin');
  return checkChain(rootOf(origin, owner), await readMonths(files, owner));
}

export const controlText = (folder: string): Promise<string> =>
  readFile(join(folder, 'reports/owner/control.json'), 'utf8');

export function git(folder: string, ...args: readonly string[]): string {
  const { PATH = '' } = process.env;
  return execFileSync('git', ['-C', folder, ...args], { env: { PATH, HOME: folder }, encoding: 'utf8', stdio: 'pipe' });
}

/** What a person sees who looks: nothing, when all is committed. */
export const uncommitted = (folder: string): string => git(folder, 'status', '--porcelain', '--untracked-files=all');
