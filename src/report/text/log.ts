import type { Label } from '../../domain/change.ts';
import type { RowKey } from '../../domain/playlist.ts';
import type { AuditBody, AuditKind, Author } from '../../domain/records/audit.ts';
import type { Restoring } from '../../domain/records/run.ts';
import type { Why } from '../../domain/why.ts';
import { counted } from '../../problem/counted.ts';
import { visible } from '../../problem/render.ts';
import { inColumns } from './in-columns.ts';
import { signed } from './signed.ts';

type Row = { readonly key: RowKey; readonly label: Label | null; readonly why: readonly Why[] };

/** An entry of the audit with what people call its rows. */
export type Entry = {
  readonly account: string;
  readonly name: string | null;
  readonly body: AuditBody;
  /** New name or description, of this change or of one beside it that is not told apart. */
  readonly details: AuditBody['details'];
  readonly entered: readonly Row[];
  readonly left: readonly Row[];
  readonly moved: readonly Row[];
};

/** How many rows of one kind an entry shows; those that left are never cut short. */
const few = 5;

/** How many entries there are in all, and how many stand there without saying anything any more. */
type Rest = { readonly of: number; readonly purged: number };

/** Who changed what, when and why, newest first. */
export function renderLog(entries: readonly Entry[], { of, purged }: Rest): string {
  const gone = purged === 0 ? [] : [`(${counted(purged, 'purged entry', 'purged entries')})`];
  if (entries.length === 0) return ['Nothing of that kind stands in the audit', ...gone].join('\n');
  const rest = of - entries.length;
  return [
    ...entries.map(renderEntry),
    ...(rest > 0 ? [`… and ${counted(rest, 'older entry', 'older entries')} (--most shows more)`] : []),
    ...gone,
  ].join('\n\n');
}

function renderEntry({ name, body, details, entered, left, moved }: Entry): string {
  const { night, at, run, rule, gone, kind, who, acked } = body;
  const title = `${visible(name ?? body.playlist)} (${rule ?? gone?.rule ?? 'no rule'})`;
  const tally = [
    ...(entered.length > 0 ? [signed(entered.length)] : []),
    ...(left.length > 0 ? [signed(-left.length)] : []),
    ...(moved.length > 0 ? [`${moved.length} moved`] : []),
  ].join(' ');
  return [
    `${night}  ${title}: ${kind === 'items' ? tally : words[kind]}`,
    `  by ${byWhom(who)} at ${at}, run ${run}${acked === null ? '' : `, ${acked.removals} of the ${acked.of} acknowledged`}`,
    ...changedDetails(details),
    ...left.map((row) => line('−', row, row.why.at(-1))),
    ...shown('+', entered),
    ...shown('↕', moved),
  ].join('\n');
}

const words: Readonly<Record<Exclude<AuditKind, 'items'>, string>> = {
  created: 'created',
  adopted: 'met for the first time',
  details: 'details changed',
  renamed: 'ruled by another file now',
  forgotten: 'no longer ruled, left as it is',
};

function byWhom(who: Author): string {
  if (who.by !== 'setlist') {
    const name = who.by === 'hand' ? 'hand' : 'Spotify';
    return who.during === null ? name : `${name}, while run ${who.during} was open`;
  }
  const started = { schedule: 'on schedule', merge: 'after a merge', manual: 'manually' }[who.trigger];
  const asked = who.restore === undefined ? '' : `, restoring ${momentIn(who.restore)}`;
  return `Setlist${asked}, started ${started}${who.actor === null ? '' : ` by ${visible(who.actor)}`}`;
}

const momentIn = (one: Restoring): string =>
  'to' in one ? `the end of ${one.to}` : `what stood before run ${one.before}`;

const changedDetails = (details: AuditBody['details']): readonly string[] =>
  Object.entries(details ?? {}).map(([field, value]) => `    ${field}: ${visible(String(value))}`);

const shown = (sign: string, rows: readonly Row[]): readonly string[] => [
  ...rows.slice(0, few).map((row) => line(sign, row, row.why[0])),
  ...(rows.length > few ? [`    ${sign} … and ${rows.length - few} more`] : []),
];

function line(sign: string, { key, label }: Row, why: Why | undefined): string {
  const called = label === null ? key : `${label.title} / ${label.artists}`;
  const because = why === undefined ? '' : `  ${visible(why.datum)}  ${visible(why.at.file)}:${why.at.line}`;
  return `    ${sign} ${inColumns(visible(called), 44)}${because}`.trimEnd();
}
