import type { AddableUri } from '../domain/ids.ts';
import { idIn } from '../domain/ids.ts';
import { type AuditBody, besideRows, deedOf, type Noted } from '../domain/records/audit.ts';
import { namesOfGone } from '../ledger/audit.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import { exits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { type Entry, renderLog } from '../report/text/log.ts';
import { isDate } from '../words/values/date.ts';
import { labelOf } from '../words/values/label.ts';
import { nearest } from '../words/values/nearest.ts';
import { noDate } from './date.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { readWorkspace } from './workspace.ts';

export type LogOptions = {
  /** A rule's slug, or a playlist's id or link. */
  readonly playlist?: string;
  readonly track?: string;
  readonly by?: string;
  /** A date: that night and later ones. */
  readonly since?: string;
  readonly most: number;
};

/** The audit for people, newest first. */
export async function log(options: LogOptions, { files }: Pick<Ports, 'files'>): Promise<Result> {
  mustBeKnown(options);
  const { accounts } = await readWorkspace(files);
  const entries = [...accounts.values()]
    .flatMap((ledger) => entriesOf(ledger, options))
    .sort((one, other) => (one.body.at < other.body.at ? 1 : one.body.at > other.body.at ? -1 : 0));
  const told = folded(entries);
  const shown = entries.slice(0, options.most);
  return {
    text: renderLog(told.slice(0, options.most), {
      of: told.length,
      purged: purgedIn([...accounts.values()], options),
    }),
    json: { entries: shown.map(({ account, body }) => ({ account, ...body })), of: entries.length },
    problems: [],
    exit: exits.done,
  };
}

const authors: readonly string[] = ['setlist', 'hand', 'spotify'];

function mustBeKnown({ by, since }: LogOptions): void {
  const [first, ...others] = [
    ...(since === undefined || isDate(since) ? [] : [noDate('--since', since)]),
    ...(by === undefined || authors.includes(by) ? [] : [noAuthor(by)]),
  ];
  if (first !== undefined) throw new Failure([first, ...others]);
}

function noAuthor(by: string): Problem {
  const reason = `--by takes ${authors.join(', ')}, not "${by}"`;
  return problem('usage/wrong', { reason, fix: `Write "--by ${nearest(by, authors) ?? 'hand'}"` });
}

function entriesOf(ledger: AccountLedger, options: LogOptions): readonly Entry[] {
  const names = namesOfGone(ledger);
  const told = ({ key, why }: Noted) => ({ key, why, label: labelOf(key, ledger.facts) });
  return ledger.audit.flatMap((line) => {
    if (!('body' in line) || !isMeant(line.body, options)) return [];
    const { body } = line;
    const name = ledger.playlists.get(body.playlist)?.actual.details.name ?? names.get(body.playlist) ?? null;
    const rows = { entered: body.entered.map(told), left: body.left.map(told), moved: body.moved.map(told) };
    return [{ account: ledger.account, name, body, details: body.details, ...rows }];
  });
}

/** A description that follows how many tracks there are is told beside what came and went in the same run. */
function folded(entries: readonly Entry[]): readonly Entry[] {
  const isBeside = besideRows(entries.map(({ body }) => body));
  const beside = entries.flatMap(({ body }) => (isBeside(body) ? [[deedOf(body), body.details] as const] : []));
  const details = new Map(beside);
  return entries.flatMap((one) => {
    if (isBeside(one.body)) return [];
    return one.body.kind === 'items' ? { ...one, details: details.get(deedOf(one.body)) ?? null } : one;
  });
}

function isMeant(body: AuditBody, { playlist, track, by, since }: LogOptions): boolean {
  const id = playlist === undefined ? undefined : idIn('playlist', playlist);
  const uri = track === undefined ? undefined : (`spotify:track:${idIn('track', track) ?? track}` as AddableUri);
  return (
    (playlist === undefined ||
      body.rule === playlist ||
      body.gone?.rule === playlist ||
      body.playlist === (id ?? playlist)) &&
    (uri === undefined || [...body.entered, ...body.left, ...body.moved].some(({ key }) => (key as string) === uri)) &&
    (by === undefined || body.who.by === by) &&
    (since === undefined || body.night >= since)
  );
}

/** Tombstones say no more than their night: none is told apart by playlist, track or author. */
const purgedIn = (ledgers: readonly AccountLedger[], { playlist, track, by, since = '' }: LogOptions): number =>
  playlist !== undefined || track !== undefined || by !== undefined
    ? 0
    : ledgers.flatMap(({ audit }) => audit).filter((line) => 'purged' in line && line.night >= since).length;
