import type { BlockContent, PhrasingContent } from 'mdast';
import type { AuditKind } from '../../domain/records/audit.ts';
import { grouped } from '../charts/numbers.ts';
import { tallyOf } from '../insight/headline.ts';
import type { ChangeInsight, RowInsight } from '../insight/insight.ts';
import { toRule } from './links.ts';
import { bullets, type Inline, paragraph, strong } from './nodes.ts';
import { code, said } from './text.ts';

/** Where a change is told, and how many rows of a kind at most. */
export type Telling = { readonly from: string; readonly most: number; readonly withMoves: boolean };

/** `by its rule: +4 −4, 1 moved`, and below it the rows with what decided on each. */
export function toldChange(change: ChangeInsight, lead: readonly Inline[], telling: Telling): readonly BlockContent[] {
  const { entered, left, moved, details } = change;
  const rows = [
    ...rowsTold('−', left, telling),
    ...rowsTold('+', entered, telling),
    ...(telling.withMoves ? rowsTold('↕', moved, telling) : []),
    ...details.map(([field, value]) => [paragraph(`${field}: `, said(value))]),
  ];
  return [paragraph(...lead, said(change.by), `: ${whatOf(change)}`), ...(rows.length === 0 ? [] : [bullets(rows)])];
}

function whatOf({ kind, entered, left, moved }: ChangeInsight): string {
  if (kind !== 'items') return kinds[kind];
  const tally = tallyOf(entered.length, left.length);
  return [...(tally === '' ? [] : [tally]), ...(moved.length > 0 ? [`${grouped(moved.length)} moved`] : [])].join(', ');
}

const kinds: Readonly<Record<Exclude<AuditKind, 'items'>, string>> = {
  created: 'created',
  adopted: 'met for the first time',
  details: 'details changed',
  renamed: 'ruled by another file now',
  forgotten: 'no longer ruled, left as it is',
};

export function rowsTold(
  sign: string,
  rows: readonly RowInsight[],
  { from, most }: Pick<Telling, 'from' | 'most'>,
): readonly BlockContent[][] {
  const rest = rows.length - most;
  return [
    ...rows.slice(0, most).map((row) => [paragraph(strong(sign), ' ', track(row), whyOf(row, from))]),
    ...(rest > 0 ? [[paragraph(strong(sign), ` ${grouped(rest)} more`)]] : []),
  ];
}

/** `Garden II / Shadow & Horizon`; a row that was never read by its id. */
export const track = ({ label, key }: Pick<RowInsight, 'label' | 'key'>): PhrasingContent[] =>
  label === null ? [code(key)] : said(`${label.title} / ${label.artists}`);

const whyOf = ({ why }: RowInsight, from: string): PhrasingContent[] =>
  why === null
    ? []
    : [
        ...said(`: ${why.datum}`),
        ...(why.rule === null ? [] : [{ type: 'text', value: ' ' } as const, toRule(from, why.rule)]),
      ];
