import type { AccountName } from '../domain/ids.ts';
import type { Control, Playbook, Portfolio } from '../domain/portfolio.ts';
import type { Origin } from '../domain/records/origin.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import type { Files } from '../ports.ts';
import { Failure, orFail } from '../problem/failure.ts';
import { openPortfolio } from '../rules/portfolio/open-portfolio.ts';
import { readPlaybook } from '../rules/read-playbook.ts';
import { isBegun, originGone } from './gone.ts';
import { readAccounts, readOrigin } from './ledger.ts';

export type Workspace = {
  readonly playbook: Playbook;
  readonly controls: ReadonlyMap<AccountName, Control>;
  readonly accounts: ReadonlyMap<AccountName, AccountLedger>;
  /** What the ledger is of; null where there is none yet. */
  readonly origin: Origin | null;
};

/** Every file under `playlists/`, by its path below that. */
export async function readRuleFiles(files: Files): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const path of await files.list('playlists')) {
    const bytes = await files.readBytes(path);
    if (bytes !== undefined) found.set(path.slice('playlists/'.length), bytes);
  }
  return found;
}

/** The portfolio alone; undefined where it is wrong, of which `readWorkspace` says all. */
export async function readPortfolio(files: Files): Promise<Portfolio | undefined> {
  const text = await files.read('playlists/setlist.yaml');
  return openPortfolio(new Map([['setlist.yaml', text]]), () => undefined).portfolio;
}

/** The rules and the ledger. Throws a `Failure` with everything that is wrong with either. */
export async function readWorkspace(files: Files): Promise<Workspace> {
  const playbook = orFail(readPlaybook(await readRuleFiles(files)));
  const names = playbook.portfolio.apps.flatMap((app) => app.accounts);
  // First, since it says of which version all the rest is.
  const origin = (await readOrigin(files)) ?? null;
  const accounts = await readAccounts(files, names);
  if (origin === null && [...accounts.values()].some(isBegun)) throw new Failure([originGone()]);
  const controls = new Map([...accounts].map(([name, { control }]) => [name, control] as const));
  return { playbook, accounts, controls, origin };
}
