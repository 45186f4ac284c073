import { Temporal } from 'temporal-polyfill';
import type { AddableUri } from '../domain/ids.ts';
import { idIn } from '../domain/ids.ts';
import type { AuditBody, Noted } from '../domain/records/audit.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import { exits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { type Entry, renderLog } from '../report/text/log.ts';
import { labelOf } from '../words/values/label.ts';
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
  const shown = entries.slice(0, options.most);
  return {
    text: renderLog(shown, entries.length),
    json: { entries: shown.map(({ account, body }) => ({ account, ...body })), of: entries.length },
    problems: [],
    exit: exits.done,
  };
}

const authors: readonly string[] = ['setlist', 'hand', 'spotify'];

function mustBeKnown({ by, since }: LogOptions): void {
  const reasons = [
    ...(by === undefined || authors.includes(by) ? [] : [`--by takes ${authors.join(', ')}, not "${by}"`]),
    ...(since === undefined || isDate(since) ? [] : [`--since takes a date like 2026-11-22, not "${since}"`]),
  ];
  const [first, ...others] = reasons.map((reason) => problem('usage/wrong', { reason }));
  if (first !== undefined) throw new Failure([first, ...others]);
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

function entriesOf(ledger: AccountLedger, options: LogOptions): readonly Entry[] {
  const told = ({ key, why }: Noted) => ({ key, why, label: labelOf(key, ledger.facts) });
  return ledger.audit.flatMap((line) => {
    if (!('body' in line) || !isMeant(line.body, options)) return [];
    const { body } = line;
    const name = ledger.playlists.get(body.playlist)?.actual.details.name ?? null;
    const rows = { entered: body.entered.map(told), left: body.left.map(told), moved: body.moved.map(told) };
    return [{ account: ledger.account, name, body, ...rows }];
  });
}

function isMeant(body: AuditBody, { playlist, track, by, since }: LogOptions): boolean {
  const id = playlist === undefined ? undefined : idIn('playlist', playlist);
  const uri = track === undefined ? undefined : (`spotify:track:${idIn('track', track) ?? track}` as AddableUri);
  return (
    (playlist === undefined || body.rule === playlist || body.playlist === (id ?? playlist)) &&
    (uri === undefined || [...body.entered, ...body.left, ...body.moved].some(({ key }) => (key as string) === uri)) &&
    (by === undefined || body.who.by === by) &&
    (since === undefined || body.night >= since)
  );
}
