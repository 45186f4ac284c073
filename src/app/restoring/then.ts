import type { RowKey } from '../../domain/playlist.ts';
import { keysOf } from '../../domain/playlist.ts';
import type { Restoring } from '../../domain/records/run.ts';
import type { Rule } from '../../domain/rule.ts';
import { playlistPath } from '../../ledger/paths.ts';
import { parsePlaylist } from '../../ledger/playlist.ts';
import { Failure, orFail } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { startOfNightMs } from '../../words/settings/schedule/due.ts';
import { dayAfter } from '../../words/values/days.ts';
import { dateIn } from '../date.ts';
import { nightAt } from '../night.ts';
import type { Ports } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** The moment to go back to: a date, at the end of its night; or a run's id, before it began. */
export type When = { readonly to?: string; readonly beforeRun?: string };

/** How a playlist stood then: its rows, and how a why says when. */
export type Then = { readonly rows: readonly RowKey[]; readonly says: string };

/** The moment as a run records it; one of the two was given. */
export const restoringTo = ({ slug }: Rule, { to, beforeRun = '' }: When): Restoring =>
  to === undefined ? { rule: slug, before: beforeRun } : { rule: slug, to };

/** The rows as they were committed last before that moment. */
export async function recordedThen(
  rule: Rule,
  { to, beforeRun }: When,
  { accounts, controls, playbook: { portfolio } }: Workspace,
  { git }: Ports,
): Promise<Then> {
  if ((to === undefined) === (beforeRun === undefined))
    throw usage('it takes either --to DATE or --before-run RUN', 'Give one of the two; "setlist log" shows runs');
  const { timezone } = portfolio;
  const id = controls.get(rule.account)?.playlists[rule.slug]?.id;
  const run = accounts.get(rule.account)?.runs.find((one) => one.run === beforeRun);
  if (beforeRun !== undefined && run === undefined)
    throw usage(`the ledger knows no run "${beforeRun}"`, `Take one that "setlist log --playlist ${rule.slug}" shows`);
  const untilMs =
    to === undefined ? Date.parse(run?.at ?? '') - 1 : startOfNightMs(dayAfter(dateIn('--to', to)), timezone) - 1;
  const path = id === undefined ? '' : playlistPath(rule.account, id);
  const [last] = await git.log([path], { most: 1, untilMs });
  const text = last === undefined ? undefined : await git.read(last.commit, path);
  if (text === undefined) {
    const [first] = (await git.log([path])).slice(-1);
    const since = first === undefined ? null : nightAt('now', first.atMs, timezone).night;
    throw usage(
      `the ledger does not know "${rule.slug}" that far back`,
      since === null ? 'Run "setlist sync" first: it has no record yet' : `The earliest is "--to ${since}"`,
    );
  }
  const { actual } = orFail(parsePlaylist(text, path));
  return { rows: keysOf(actual.rows), says: to === undefined ? `before run ${beforeRun}` : `as of ${to}` };
}

const usage = (reason: string, fix: string): Failure => new Failure([problem('usage/wrong', { reason, fix })]);
