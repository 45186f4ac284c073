import { keysOf, type RowKey } from '../../domain/playlist.ts';
import type { Playbook } from '../../domain/portfolio.ts';
import type { Rule } from '../../domain/rule.ts';
import type { AccountLedger, Ledger } from '../../ledger/ledger.ts';
import { attentionOf, refOf } from './attention.ts';
import { changesOf } from './changes.ts';
import { plusDays } from './dates.ts';
import { eventfulRuns } from './eventful.ts';
import { heldOf } from './findings.ts';
import { headlineOf } from './headline.ts';
import type { Insight, PlaylistInsight, RowInsight } from './insight.ts';
import { createdOn, lastChangeOf, nightsOf, togetherOf } from './nights.ts';
import { filesOf, labelsOf } from './rows.ts';
import { ruleInWords } from './rule/in-words.ts';
import { runsOf } from './runs.ts';

/** How many nights the short view looks back over. */
export const shortView = 28;

/** What the ledger has to say of the rules' playlists. */
export function insightOf(given: { readonly ledger: Ledger; readonly playbook: Playbook }): Insight {
  const { playbook } = given;
  const ledger = { ...given.ledger, accounts: byName(given.ledger.accounts) };
  const runs = eventfulRuns(ledger);
  const night = runs.at(-1)?.first.night ?? null;
  const accounts = [...ledger.accounts.values()];
  const playlists =
    night === null
      ? []
      : playbook.rules
          .flatMap((rule) => playlistOf(rule, ledger, night))
          .sort((one, other) => (one.slug < other.slug ? -1 : 1));
  const named = new Map(playlists.map((one) => [one.id, refOf(one)] as const));
  const changes = changesOf(accounts, named, filesOf(playbook));
  const attention = night === null ? [] : attentionOf(playlists, accounts, night);
  return {
    title: playbook.portfolio.title,
    simulated: ledger.origin.simulated,
    repository: ledger.origin.repository,
    night,
    headline: headlineOf(night, changes, attention),
    attention,
    playlists,
    nights: togetherOf(playlists.map(({ nights }) => nights)),
    changes,
    runs: runsOf(runs, playlists, changes),
    labels: new Map(accounts.flatMap((one) => labelsOf(keysIn({ playlists, changes, attention }, one), one))),
  };
}

/** Accounts may be read in any order; what is said of them has one. */
const byName = (accounts: Ledger['accounts']): Ledger['accounts'] =>
  new Map([...accounts].sort(([one], [other]) => (one < other ? -1 : 1)));

function playlistOf(rule: Rule, { accounts }: Ledger, night: string): readonly PlaylistInsight[] {
  const ledger = accounts.get(rule.account);
  const id = ledger?.control.playlists[rule.slug]?.id;
  const actual = id === undefined ? undefined : ledger?.playlists.get(id)?.actual;
  if (ledger === undefined || id === undefined || actual === undefined) return [];
  const nights = nightsOf({ id, slug: rule.slug }, ledger, night);
  const recent = nights.filter((one) => one.night > plusDays(night, -shortView));
  const lines = ledger.history.filter((line) => line.playlist === id && line.night <= night);
  return [
    {
      id,
      slug: rule.slug,
      name: actual.details.name,
      account: rule.account,
      description: actual.details.description,
      rule: { file: rule.at.file, line: rule.at.line },
      count: actual.rows.length,
      followers: lines.findLast(({ followers }) => followers !== null)?.followers ?? null,
      nights,
      entered28: recent.reduce((all, { entered }) => all + entered, 0),
      left28: recent.reduce((all, { left }) => all + left, 0),
      lastChange: lastChangeOf(lines, id, night) ?? createdOn(ledger, id),
      held: heldOf(ledger, rule.slug, night) !== undefined,
      ruled: ruleInWords(rule),
      tracks: keysOf(actual.rows),
    },
  ];
}

type Parts = Pick<Insight, 'playlists' | 'changes' | 'attention'>;

/** The rows of an account that are spoken of. */
function keysIn({ playlists, changes, attention }: Parts, { account }: AccountLedger): ReadonlySet<RowKey> {
  const rows: readonly RowInsight[] = [
    ...changes
      .filter((one) => one.account === account)
      .flatMap(({ entered, left, moved }) => [...entered, ...left, ...moved]),
    ...attention.flatMap(({ added, removed }) => [...added, ...removed]),
  ];
  const tracks = playlists.filter((one) => one.account === account).flatMap((one) => one.tracks);
  return new Set([...tracks, ...rows.map(({ key }) => key)]);
}
