import type { Desired } from '../domain/desired.ts';
import type { Actual } from '../domain/playlist.ts';
import { keysOf } from '../domain/playlist.ts';
import type { Controlled } from '../domain/portfolio.ts';
import type { Rule } from '../domain/rule.ts';
import type { Ack, Guard, Limit } from '../domain/settings.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Past } from './past.ts';
import { counts } from './requests/match.ts';

export type ToGuard = {
  readonly rule: Rule;
  readonly actual: Actual;
  readonly contact: Controlled['contact'];
  readonly desired: Desired;
  readonly night: string;
  readonly past: Past;
};

/** What a guard says: nothing, "no row may leave tonight", or "leave the playlist as it is". */
export type Guarded = {
  readonly kind: 'pass' | 'hold' | 'stop';
  readonly problems: readonly Problem[];
  /** Removals that only the rule's ack lets pass. */
  readonly charged: number;
};

/** Before there is a past to learn from (`rules.md` 1). */
const unlearned: Limit = { share: 0.4, count: 50 };

/** Judges what a rule came to against what stands in the playlist. Every limit that is passed is said. */
export function guard(given: ToGuard): Guarded {
  const stops = stopping(given);
  if (stops.length > 0) return { kind: 'stop', problems: stops, charged: 0 };
  const holds = holding(given);
  return holds.length > 0
    ? { kind: 'hold', problems: holds, charged: 0 }
    : { kind: 'pass', problems: [], charged: chargedTo(given) };
}

/** How many rows would leave, copies counted one by one. */
export function removals(actual: Actual, desired: Desired): number {
  const wanted = counts(desired.rows.map(({ key }) => key));
  const standing = counts(keysOf(actual.rows));
  return [...standing].reduce((sum, [key, count]) => sum + Math.max(0, count - (wanted.get(key) ?? 0)), 0);
}

function stopping({ rule, actual, desired }: ToGuard): readonly Problem[] {
  const { maxAdded, maxTracks, emptySource } = rule.settings.guard;
  const playlist = rule.name;
  const count = desired.rows.length;
  const adding = count - (actual.rows.length - removals(actual, desired));
  return [
    ...(emptySource === 'fail' && desired.empty.length > 0
      ? [problem('plan/empty-source', { playlist, sources: desired.empty }, rule.settings.guard.at)]
      : []),
    ...(count > maxTracks ? [problem('plan/too-many-tracks', { playlist, count, most: maxTracks })] : []),
    ...(maxAdded !== null && adding > maxAdded && actual.rows.length > 0
      ? [problem('plan/too-many-additions', { playlist, adding, most: maxAdded }, rule.settings.guard.at)]
      : []),
  ];
}

function holding({ rule, actual, contact, desired, night, past }: ToGuard): readonly Problem[] {
  const { guard: limits, ack } = rule.settings;
  const playlist = rule.name;
  const of = actual.rows.length;
  const removing = removals(actual, desired);
  const left = desired.rows.length;
  if (removing === 0) return [];
  const acked = ackedRemovals(ack, night, past);
  const most = mostRemovals(limits, of, past);
  return [
    ...(left === 0 ? [problem('plan/would-empty', { playlist, of }, rule.at)] : []),
    ...(rule.settings.protected ? [problem('plan/protected', { playlist, removing }, rule.at)] : []),
    ...(left === 0
      ? []
      : contact === 'first' && removing > acked
        ? [problem('plan/first-contact', { playlist, removing, of }, rule.at)]
        : removing > Math.max(most, acked)
          ? [problem('plan/too-many-removals', { playlist, removing, of, most, acked }, limits.at)]
          : []),
    ...(left > 0 && removing > acked ? overFourWeeks(limits, playlist, removing, past) : []),
    ...(left < limits.minTracks && left > 0 && left < of
      ? [problem('plan/too-few-tracks', { playlist, left, least: limits.minTracks }, limits.at)]
      : []),
  ];
}

/** What passed only because it was acknowledged: a first contact, or more than the limits of a night or of four weeks. */
function chargedTo({ rule, actual, contact, desired, past }: ToGuard): number {
  const removing = removals(actual, desired);
  const { guard: limits } = rule.settings;
  const isWithin =
    contact === 'known' &&
    removing <= mostRemovals(limits, actual.rows.length, past) &&
    overFourWeeks(limits, rule.name, removing, past).length === 0;
  return isWithin ? 0 : removing;
}

/** Many small nights can take a playlist apart as well as a large one. */
function overFourWeeks(limits: Guard, playlist: string, removing: number, { last28 }: Past): readonly Problem[] {
  if (last28 === null) return [];
  const most = Math.floor(limits.maxRemoved28Nights * last28.meanCount + 1e-9);
  const facts = { playlist, removing, before: last28.removed, most };
  return removing > 0 && last28.removed + removing > most
    ? [problem('plan/too-many-removals-28-nights', facts, limits.at)]
    : [];
}

/** Exceeding either the share or the count is too much. One row is never unusual, however few there are. */
function mostRemovals({ maxRemoved }: Guard, of: number, { learned }: Past): number {
  const { share, count } = maxRemoved === 'learned' ? (learned ?? unlearned) : maxRemoved;
  const most = Math.min(Math.floor(share * of + 1e-9), count);
  return maxRemoved === 'learned' && learned !== null ? Math.max(1, most) : most;
}

const ackedRemovals = (ack: Ack | null, night: string, { ackedSoFar }: Past): number =>
  ack === null || ack.until < night ? 0 : Math.max(0, ack.removals - ackedSoFar);
