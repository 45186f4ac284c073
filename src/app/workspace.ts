import type { AccountName } from '../domain/ids.ts';
import type { Control, Playbook } from '../domain/portfolio.ts';
import { noControl } from '../domain/portfolio.ts';
import { parseControl } from '../ledger/control.ts';
import { controlPath } from '../ledger/paths.ts';
import type { Files } from '../ports.ts';
import { orFail } from '../problem/failure.ts';
import { readPlaybook } from '../rules/read-playbook.ts';

export type Workspace = {
  readonly playbook: Playbook;
  readonly controls: ReadonlyMap<AccountName, Control>;
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

/** The rules and what is ruled. Throws a `Failure` with everything that is wrong with either. */
export async function readWorkspace(files: Files): Promise<Workspace> {
  const playbook = orFail(readPlaybook(await readRuleFiles(files)));
  const accounts = playbook.portfolio.apps.flatMap((app) => app.accounts);
  const controls = await Promise.all(
    accounts.map(async (account) => [account, await readControl(files, account)] as const),
  );
  return { playbook, controls: new Map(controls) };
}

async function readControl(files: Files, account: AccountName): Promise<Control> {
  const path = controlPath(account);
  const text = await files.read(path);
  return text === undefined ? noControl : orFail(parseControl(text, path));
}
