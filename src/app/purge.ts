import { idIn } from '../domain/ids.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import { type Purge, purged, recounted } from '../ledger/purge.ts';
import { counted } from '../problem/counted.ts';
import { exits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { dateIn } from './date.ts';
import { nightAt } from './night.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { alone } from './syncing/alone.ts';
import { besides } from './syncing/besides.ts';
import { filesBetween } from './syncing/journal.ts';
import { factsToKeep } from './syncing/keep.ts';
import { startedBy } from './syncing/message.ts';
import type { Opened } from './syncing/open.ts';
import type { Workspace } from './workspace.ts';

export type PurgeOptions = {
  /** A playlist's id or link. */
  readonly playlist?: string;
  readonly track?: string;
  /** A date: everything of earlier nights. */
  readonly before?: string;
  readonly yes: boolean;
};

/** Takes what somebody wants gone out of the ledger, and leaves tombstones in the audit. Dry unless told `--yes`. */
export const purge = (options: PurgeOptions, ports: Ports): Promise<Result> =>
  alone(ports, (opened) => purgeFrom(opened, options, ports));

async function purgeFrom({ workspace, head }: Opened, options: PurgeOptions, ports: Ports): Promise<Result | 'moved'> {
  const what = wantedBy(options, workspace);
  const today = nightAt('now', ports.clock.now(), workspace.playbook.portfolio.timezone).night;
  const ledgers = [...workspace.accounts.values()];
  const after = ledgers.map((ledger) => withoutFacts(purged(ledger, what, today)));
  const records = after.flatMap((ledger, at) => [...filesBetween(ledgers[at] ?? ledger, ledger)]);
  const files = new Map(records.length === 0 ? [] : [...records, ...(await reportsOf(after, workspace, ports))]);
  const tombstones = after.reduce((sum, ledger, at) => sum + changedIn(ledgers[at] ?? ledger, ledger), 0);
  const told = `${counted(tombstones, 'entry', 'entries')} of the audit, ${counted(files.size, 'file')}`;
  const json = { tombstones, files: [...files.keys()].sort() };
  if (files.size === 0)
    return { text: 'Nothing of that kind stands in the ledger', json, problems: [], exit: exits.done };
  if (!options.yes) return { text: `Would purge ${told}: run it with --yes`, json, problems: [], exit: exits.done };
  const { trigger, actor } = ports.started;
  const message = [
    `Purge ${criterionOf(what)}: ${told}`,
    '',
    'Their digests stay, so that the chain still holds.',
    '',
    startedBy({ trigger, actor: actor ?? (await ports.git.user()) }),
    '',
  ].join('\n');
  const done = await ports.git.commit({ expected: head, message, files, atMs: ports.clock.now() });
  if (done.kind === 'moved') return 'moved';
  const rest = `Git's own history still holds what stood there: "git filter-repo --path reports --invert-paths" on a copy, or a new repository, is the only way to be rid of that`;
  return {
    text: `Purged ${told} in commit ${done.commit.slice(0, 10)}\n${rest}`,
    json: { ...json, commit: done.commit },
    problems: [],
    exit: exits.done,
  };
}

const criterionOf = (what: Purge): string => {
  if (what.kind === 'before') return `what is older than ${what.night}`;
  return what.kind === 'playlist' ? `playlist ${what.id}` : `track ${what.uri.replaceAll(/[^\w:]/g, '')}`;
};

/** Pages and charts tell of what was there: they are made anew. */
async function reportsOf(ledgers: readonly AccountLedger[], { origin, playbook }: Workspace, ports: Ports) {
  if (origin === null) return [];
  const accounts = new Map(ledgers.map((ledger) => [ledger.account, ledger] as const));
  return besides(accounts, { origin, playbook, isEventful: true }, { files: ports.files, world: null });
}

const withoutFacts = (ledger: AccountLedger): AccountLedger =>
  recounted({ ...ledger, facts: factsToKeep(ledger, ledger.facts) });

const changedIn = (before: AccountLedger, after: AccountLedger): number =>
  after.audit.filter((line, index) => line !== before.audit[index]).length;

function wantedBy({ playlist, track, before }: PurgeOptions, workspace: Workspace): Purge {
  const wanted = [playlist, track, before].filter((one) => one !== undefined);
  if (wanted.length !== 1)
    throw usage('it takes one of --playlist, --track and --before', 'Give one of them: what goes is gone for good');
  if (before !== undefined) return { kind: 'before', night: dateIn('--before', before) };
  const ledgers = [...workspace.accounts.values()];
  if (track !== undefined) {
    const uri = `spotify:track:${idIn('track', track) ?? track}`;
    const there = ledgers.flatMap(({ playlists }) =>
      [...playlists.values()].filter(({ actual }) => actual.rows.some((row) => row.kind === 'item' && row.uri === uri)),
    );
    const [first] = there;
    if (first === undefined) return { kind: 'track', uri };
    throw usage(
      `the track still stands in "${first.actual.details.name}"`,
      first.rule === null
        ? 'Take it out there in the Spotify app, or let no rule read that playlist, then run "sync" and purge'
        : `Let the rule "${first.rule}" drop it, run "sync", then purge`,
    );
  }
  const id = idIn('playlist', playlist ?? '') as Extract<Purge, { kind: 'playlist' }>['id'] | undefined;
  if (id === undefined)
    throw usage(
      `--playlist takes the id or link of a playlist, not "${playlist}"`,
      '"setlist log --json" tells ids; in Spotify, Share copies a link',
    );
  const ruled = ledgers.flatMap(({ control }) => Object.entries(control.playlists).filter(([, one]) => one?.id === id));
  const [slug] = ruled.map(([name]) => name);
  if (slug !== undefined)
    throw usage(`the rule "${slug}" still rules it`, `Delete playlists/${slug}.yaml, run "sync", then purge`);
  return { kind: 'playlist', id, slugs: [] };
}

const usage = (reason: string, fix: string): Failure => new Failure([problem('usage/wrong', { reason, fix })]);
