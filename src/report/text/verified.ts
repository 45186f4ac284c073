import type { AccountName } from '../../domain/ids.ts';
import { counted } from '../../problem/counted.ts';
import { visible } from '../../problem/render.ts';

/** An account whose records hold together. */
export type ToldAccount = {
  readonly account: AccountName;
  /** `purged`: entries that lost their bodies; `digest`: where the chain ends. */
  readonly audit: { readonly entries: number; readonly purged: number; readonly digest: string };
  /** Those that have a history, with which they agree. */
  readonly playlists: number;
  readonly runs: number;
};

export type Verified = {
  readonly accounts: readonly ToldAccount[];
  /** Null: the ledger is simulated, and git's history was left out. */
  readonly git: { readonly commits: number; readonly since: string | null } | null;
  /** Nothing is wrong, in git's history neither. */
  readonly isSound: boolean;
};

/** A line an account that is sound, and how git's history was checked; what is wrong is told as problems. */
export const renderVerified = ({ accounts, git, isSound }: Verified): string =>
  [...accounts.map(line), ofGit(git, isSound)].join('\n');

function line({ account, audit, playlists, runs }: ToldAccount): string {
  const { entries, purged, digest } = audit;
  const many = `${counted(entries, 'entry', 'entries')} in the audit${purged === 0 ? '' : ` (${purged} purged)`}`;
  const agree = playlists === 1 ? 'agrees with its' : 'agree with their';
  return [
    `${visible(account)}: ${many}, the chain is whole and ends in ${digest.slice(0, 8)}`,
    `${counted(playlists, 'playlist')} ${agree} history`,
    counted(runs, 'run'),
  ].join('; ');
}

function ofGit(git: Verified['git'], isSound: boolean): string {
  if (git === null) return "Git's history is left out: this ledger is of the simulator";
  const { commits, since } = git;
  const over = `${counted(commits, 'commit')}${since === null ? '' : ` since ${since.slice(0, 10)}`}`;
  return `Git's history was followed over ${over}${isSound ? ': the ledger was only ever added to' : ''}`;
}
