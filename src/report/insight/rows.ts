import type { Label } from '../../domain/change.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Place } from '../../domain/place.ts';
import type { RowKey } from '../../domain/playlist.ts';
import type { Playbook } from '../../domain/portfolio.ts';
import type { Noted } from '../../domain/records/audit.ts';
import type { Why } from '../../domain/why.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { labelOf } from '../../words/values/label.ts';
import type { Reason, RowInsight, RulePlace } from './insight.ts';

/** The files that the rules are in now: lines of others lead nowhere. */
export const filesOf = ({ rules, lists }: Playbook): ReadonlySet<string> =>
  new Set([...rules.map(({ at }) => at.file), ...[...lists.values()].map(({ path }) => `playlists/${path}`)]);

export const placeIn = ({ file, line }: Place, files: ReadonlySet<string>): RulePlace | null =>
  files.has(file) ? { file, line } : null;

/** What decided: of a row that comes its source, of one that leaves the last word on it, of one that moves what orders it. */
export function decisive(kind: 'entered' | 'left' | 'moved', whys: readonly Why[]): Why | undefined {
  if (kind === 'left') return whys.at(-1);
  const ordering = whys.findLast(({ stage, word }) => stage === 'arrange' || stage === 'sort' || word === 'pin');
  return kind === 'moved' ? (ordering ?? whys[0]) : whys[0];
}

export const rowsOf = (
  kind: 'entered' | 'left' | 'moved',
  noted: readonly Noted[],
  { facts }: AccountLedger,
  files: ReadonlySet<string>,
): readonly RowInsight[] =>
  noted.map(({ key, why }) => ({
    key,
    label: labelOf(key, facts),
    why: reasonOf(decisive(kind, why), facts, files),
  }));

const reasonOf = (why: Why | undefined, facts: Facts, files: ReadonlySet<string>): Reason | null =>
  why === undefined ? null : { word: why.word, datum: withNames(why.datum, facts), rule: placeIn(why.at, files) };

/** Rows that a datum speaks of by what people call them. */
const withNames = (datum: string, facts: Facts): string =>
  datum.replaceAll(/spotify:(?:track|episode):[0-9A-Za-z]{22}/g, (uri) => {
    const label = labelOf(uri as RowKey, facts);
    return label === null ? uri : `“${label.title}” by ${label.artists}`;
  });

/** Labels of these rows, as far as they are known. */
export function labelsOf(
  keys: Iterable<RowKey>,
  { facts }: AccountLedger,
): readonly (readonly [key: RowKey, label: Label])[] {
  return [...keys].flatMap((key) => {
    const label = labelOf(key, facts);
    return label === null ? [] : [[key, label] as const];
  });
}
