import type { Slug } from '../../domain/ids.ts';
import type { RunEnd } from '../../domain/records/run.ts';
import type { Rule } from '../../domain/rule.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { endsOf } from '../../ledger/runs.ts';
import { ruleHash } from '../../plan/head.ts';
import { type Changed, isDue, pinsTurn } from '../../words/settings/schedule/due.ts';
import type { Turn } from '../planning/turn.ts';
import { cutsOf } from './cuts.ts';

/** The rules whose night it is, or may be once their sources are read: their schedule has one since their last success, they changed, or something was left open. */
export function dueTonight(
  rules: readonly Rule[],
  accounts: ReadonlyMap<string, AccountLedger>,
  night: string,
): ReadonlyMap<Slug, Turn> {
  const due = new Map<Slug, Turn>();
  for (const rule of rules) {
    const ledger = accounts.get(rule.account);
    const controlled = ledger?.control.playlists[rule.slug];
    const success = ledger === undefined ? null : lastSuccess(endsOf(ledger.runs), rule.slug);
    const isOther = controlled?.rule !== ruleHash(rule) && rule.settings.schedule.some(({ kind }) => kind !== 'never');
    const isOpen = ledger !== undefined && cutsOf(ledger.runs).has(rule.slug);
    const may = (changed?: Changed) => isDue(rule.settings.schedule, success, night, changed);
    if (isOther || isOpen || may(new Set()) || pinsTurn(rule.pins, success, night)) due.set(rule.slug, 'tonight');
    else if (may()) due.set(rule.slug, 'if-changed');
  }
  return due;
}

/** The night of the last run that did for a rule what was due. */
export function lastSuccess(ends: readonly RunEnd[], slug: Slug): string | null {
  const last = ends.findLast(
    ({ skipped, undone }) => !skipped.includes(slug) && undone.every((one) => one.slug !== slug),
  );
  return last?.night ?? null;
}
