import type { Desired } from '../../domain/desired.ts';
import type { Facts } from '../../domain/facts.ts';
import { type AccountName, type AddableUri, isAddableUri, type PlaylistId, type Slug } from '../../domain/ids.ts';
import type { Need } from '../../domain/need.ts';
import type { Leaving } from '../../domain/past.ts';
import { type Actual, keysOf } from '../../domain/playlist.ts';
import type { Control, Controlled, Hands, Playbook, SourceHashes } from '../../domain/portfolio.ts';
import type { Rule } from '../../domain/rule.ts';
import { leavingAfter, waitingFor } from '../../plan/confirm.ts';
import { guard, removals } from '../../plan/guard.ts';
import { noPast, type Past } from '../../plan/past.ts';
import { waitingFirst } from '../../plan/waiting.ts';
import { Bug } from '../../problem/bug.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { resolve } from '../../resolve/resolve.ts';
import { watched } from '../../resolve/watched.ts';
import type { Known } from '../../resolve/window.ts';
import { referencesOf } from '../../rules/cross/order.ts';
import { isOpen } from '../syncing/hands.ts';
import type { Memory } from './memory.ts';
import { needOf, readActual } from './standing.ts';
import { isChanged, turnOf } from './turn.ts';

/** What one night is planned from. */
export type Given = {
  readonly playbook: Playbook;
  readonly controls: ReadonlyMap<AccountName, Control>;
  readonly facts: Facts;
  /** A date in the portfolio's zone. */
  readonly night: string;
  readonly nowMs: number;
  readonly memory: Memory;
};

/** What became of one rule: something to plan, or the reason why its playlist is left alone. */
export type Draft = { readonly rule: Rule; readonly actual: Actual | null; readonly problems: readonly Problem[] } & (
  | { readonly kind: 'ready'; readonly desired: Desired; readonly charged: number; readonly leaving: Leaving }
  | { readonly kind: 'alone'; readonly state: Left; readonly needs: readonly Need[] }
);

/** Why a playlist is left alone. */
type Left = 'unchanged' | 'partial' | 'unreadable' | 'held' | 'not-due';

export type Drafts = {
  /** Those of rules that wait first. */
  readonly needs: readonly Need[];
  readonly wishes: readonly Need[];
  /** The keys of all answers that were looked at. */
  readonly used: ReadonlySet<string>;
  /** What the rules that are due go by that their schedules watch; none of a source whose change is not settled tonight. */
  readonly sources: ReadonlyMap<Slug, SourceHashes>;
};

/**
 * Resolves and guards every rule, each after those that it reads. Pure: the same facts give the same drafts. Each is
 * handed to `take` and then forgotten: all of them together are larger than what they are made from.
 */
export function draft(given: Given, take: (one: Draft) => void = () => undefined): Drafts {
  const outcomes = new Map<Slug, readonly AddableUri[] | undefined>();
  const noted: Noted = { wishes: [], used: new Set(), sources: new Map() };
  const read = new Set(given.playbook.rules.flatMap(referencesOf).map(({ slug }) => slug));
  const needs = given.playbook.rules.map((rule) => {
    const one = draftOne(rule, given, outcomes, noted);
    if (read.has(rule.slug)) outcomes.set(rule.slug, outcomeOf(one));
    take(one);
    return { slug: rule.slug, needs: one.kind === 'alone' ? one.needs : [] };
  });
  return { needs: waitingFirst(needs, given.memory.waiting).flatMap((one) => one.needs), ...noted };
}

type Noted = { readonly wishes: Need[]; readonly used: Set<string>; readonly sources: Map<Slug, SourceHashes> };

function draftOne(rule: Rule, given: Given, outcomes: Known['outcomes'], noted: Noted): Draft {
  const controlled = given.controls.get(rule.account)?.playlists[rule.slug];
  const standing = readActual(rule, controlled, given.facts, noted.used);
  if (standing.kind === 'unreadable')
    return { kind: 'alone', state: 'unreadable', rule, actual: null, problems: [standing.problem], needs: [] };
  const actual = standing.kind === 'read' ? standing.actual : null;
  const notDue = { kind: 'alone', state: 'not-due', rule, actual, problems: [] } as const;
  const turn = turnOf(given.memory.due, rule.slug);
  if (turn === undefined) return { ...notDue, needs: needOf(standing) };
  const known: Known = {
    ...given,
    timezone: given.playbook.portfolio.timezone,
    lists: given.playbook.lists,
    outcomes,
    playlistOf: playlistOf(given),
    hands: given.memory.hands,
    quarantined: given.controls.get(rule.account)?.quarantined ?? {},
    pasts: given.memory.pasts,
  };
  const now = watched(rule, known);
  for (const key of now.used) noted.used.add(key);
  if (turn === 'if-changed' && !isChanged(controlled?.sources ?? {}, now.hashes))
    return { ...notDue, needs: [...needOf(standing), ...now.needs] };
  noted.sources.set(rule.slug, {});
  const resolved = resolve({ rule, actual, holding: null, known });
  for (const key of resolved.used) noted.used.add(key);
  noted.wishes.push(...resolved.wishes);
  const needs = [...needOf(standing), ...(resolved.kind === 'lacking' ? resolved.needs : [])];
  if (resolved.kind === 'lacking' || standing.kind === 'lacking')
    return { kind: 'alone', state: 'partial', rule, actual, problems: [], needs };
  const hands = given.memory.hands.get(rule.slug) ?? {};
  const wanted = resolved.desired.rows.map(({ key }) => key);
  if (actual !== null && hands.held !== undefined && isOpen(hands, keysOf(actual.rows), wanted))
    return { kind: 'alone', state: 'held', rule, actual, problems: [heldProblem(rule, hands.held)], needs: [] };
  const past = given.memory.guards.get(rule.slug) ?? noPast;
  const leaving = given.memory.leaving.get(rule.slug);
  const judging = { contact: controlled?.contact ?? 'known', past, leaving, known } as const;
  const one = guarded(rule, actual, resolved.desired, judging);
  if (isSettled(one)) noted.sources.set(rule.slug, now.hashes);
  return one;
}

/** Nothing of it is held back, or waits for another night. */
const isSettled = (one: Draft): boolean =>
  one.kind === 'ready' &&
  one.problems.length === 0 &&
  (one.actual === null || waitingFor(one.rule, one.actual, one.leaving) === undefined);

const heldProblem = (rule: Rule, held: NonNullable<Hands['held']>): Problem =>
  problem(
    'plan/hand-edits',
    { playlist: rule.name, since: held.since, added: held.added, removed: held.removed, moved: held.moved },
    rule.at,
  );

type Judging = {
  readonly contact: Controlled['contact'];
  readonly past: Past;
  /** Undefined where no ledger knows the playlist: nothing then waits for other nights. */
  readonly leaving: Leaving | undefined;
  readonly known: Known;
};

function guarded(rule: Rule, actual: Actual | null, wanted: Desired, judging: Judging): Draft {
  const { contact, past, known } = judging;
  const gaps = gapProblems(rule, actual, wanted);
  if (actual === null) return { kind: 'ready', rule, actual, desired: wanted, problems: gaps, charged: 0, leaving: {} };
  const { desired, leaving } = confirmed(rule, actual, wanted, judging);
  const said = guard({ rule, actual, contact, desired, night: known.night, past });
  const problems = [...gaps, ...said.problems];
  if (said.kind === 'stop') return { kind: 'alone', state: 'unchanged', rule, actual, problems, needs: [] };
  if (said.kind === 'pass') return { kind: 'ready', rule, actual, desired, problems, charged: said.charged, leaving };
  const why = {
    stage: 'write',
    word: 'guard',
    datum: 'held back until it is acknowledged',
    at: rule.settings.guard.at,
  } as const;
  const held = resolve({ rule, actual, holding: why, known });
  if (held.kind === 'lacking' || removals(actual, held.desired) > 0)
    throw new Bug(`the guard of ${rule.slug} did not hold`);
  return { kind: 'ready', rule, actual, desired: held.desired, problems, charged: 0, leaving };
}

/** What the rule wants once rows that were not planned to leave on enough nights are left where they are. */
function confirmed(
  rule: Rule,
  actual: Actual,
  desired: Desired,
  { leaving: before, known }: Judging,
): { readonly desired: Desired; readonly leaving: Leaving } {
  if (before === undefined || rule.settings.guard.confirmNights === 1) return { desired, leaving: {} };
  const leaving = leavingAfter(before, actual, desired, known.night);
  const waiting = waitingFor(rule, actual, leaving);
  if (waiting === undefined) return { desired, leaving };
  const kept = resolve({ rule, actual, holding: null, waiting, known });
  if (kept.kind === 'lacking') throw new Bug(`rows of ${rule.slug} that wait need more facts than those that leave`);
  return { desired: kept.desired, leaving };
}

const gapProblems = (rule: Rule, actual: Actual | null, { gaps }: Desired): readonly Problem[] =>
  gaps.length === 0
    ? []
    : [problem('plan/incomplete-source', { playlist: rule.name, gaps, kept: actual?.rows.length ?? 0 }, rule.at)];

const playlistOf =
  ({ playbook, controls }: Given) =>
  (slug: Slug): { readonly account: AccountName; readonly id: PlaylistId } | undefined => {
    const rule = playbook.rules.find((one) => one.slug === slug);
    const id = rule === undefined ? undefined : controls.get(rule.account)?.playlists[slug]?.id;
    return rule === undefined || id === undefined ? undefined : { account: rule.account, id };
  };

/** What another rule reads of this one: what its playlist comes to hold, else what it holds. */
function outcomeOf(one: Draft): readonly AddableUri[] | undefined {
  if (one.kind === 'ready' && !one.rule.settings.suspend)
    return one.desired.rows.map(({ key }) => key as string).filter(isAddableUri);
  if ((one.kind === 'alone' && (one.state === 'partial' || one.state === 'unreadable')) || one.actual === null)
    return undefined;
  return one.actual.rows.flatMap((row) => (row.kind === 'item' ? row.uri : []));
}
