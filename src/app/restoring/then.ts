import type { RowKey } from '../../domain/playlist.ts';
import { keysOf } from '../../domain/playlist.ts';
import type { Rule } from '../../domain/rule.ts';
import { playlistPath } from '../../ledger/paths.ts';
import { parsePlaylist } from '../../ledger/playlist.ts';
import { Failure, orFail } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { startOfNightMs } from '../../words/settings/schedule/due.ts';
import { dayAfter } from '../../words/values/days.ts';
import { nightAt } from '../night.ts';
import type { Ports } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** The moment to go back to: a date, at the end of its night; or a run's id, before it began. */
export type When = { readonly to?: string; readonly beforeRun?: string };

/** How a playlist stood then: its rows, and how a why says when. */
export type Then = { readonly rows: readonly RowKey[]; readonly says: string };

/** The rows as they were committed last before that moment. */
export async function recordedThen(
  rule: Rule,
  { to, beforeRun }: When,
  { accounts, controls, playbook }: Workspace,
  { git }: Ports,
): Promise<Then> {
  if ((to === undefined) === (beforeRun === undefined))
    throw new Failure([problem('usage/wrong', { reason: 'it takes either --to DATE or --before-run RUN' })]);
  const id = controls.get(rule.account)?.playlists[rule.slug]?.id;
  const run = accounts.get(rule.account)?.runs.find((one) => one.run === beforeRun);
  if (beforeRun !== undefined && run === undefined)
    throw new Failure([
      problem('usage/wrong', { reason: `the ledger knows no run "${beforeRun}"; "setlist log" shows them` }),
    ]);
  const untilMs =
    to === undefined
      ? Date.parse(run?.at ?? '') - 1
      : startOfNightMs(dayAfter(nightAt(to, 0, playbook.portfolio.timezone).night), playbook.portfolio.timezone) - 1;
  const path = id === undefined ? '' : playlistPath(rule.account, id);
  const [last] = await git.log([path], { most: 1, untilMs });
  const text = last === undefined ? undefined : await git.read(last.commit, path);
  if (text === undefined)
    throw new Failure([problem('usage/wrong', { reason: `the ledger does not know "${rule.slug}" that far back` })]);
  const { actual } = orFail(parsePlaylist(text, path));
  return { rows: keysOf(actual.rows), says: to === undefined ? `before run ${beforeRun}` : `as of ${to}` };
}
