import type { Desired } from '../../domain/desired.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Plan } from '../../domain/plan.ts';
import { type Actual, isIrreplaceable, keysOf } from '../../domain/playlist.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Why } from '../../domain/why.ts';
import { Aliases } from '../../plan/aliases.ts';
import { assemble } from '../../plan/assemble.ts';
import { removals } from '../../plan/guard.ts';
import { ruleHash } from '../../plan/head.ts';
import { leaveAlone, planPlaylist } from '../../plan/playlist.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { actualIn } from '../planning/memory.ts';
import type { Workspace } from '../workspace.ts';
import type { Then } from './then.ts';

export type Now = { readonly facts: Facts; readonly night: string; readonly others: Plan['playlists'] };

/** What whoever restores has to know, before and after. */
export const undoneByRule =
  'the rule changes it back on its next night: write "suspend: true" into it, or pin what should stay';

/** The plan that brings one playlist back, beside what is said of the others. */
export function restored(
  rule: Rule,
  past: Then,
  { facts, night, others }: Now,
  { controls, playbook }: Workspace,
): Plan {
  const { id, rule: followed } = controls.get(rule.account)?.playlists[rule.slug] ?? {};
  const actual = id === undefined ? undefined : actualIn(facts, rule.account, id);
  if (actual === undefined)
    throw new Failure([problem('plan/unreadable', { playlist: rule.name, absence: 'part' }, rule.at)]);
  const { limits } = playbook.portfolio;
  const desired = desiredFrom(past, actual, rule);
  // A person asked for it: what the rule says of names and of being suspended is not meant.
  const settings = { ...rule.settings, suspend: false };
  const asItIs = { ...rule, settings, name: actual.details.name, description: null };
  const stops = stopping(rule, actual, desired);
  const plan =
    stops.length > 0
      ? leaveAlone(asItIs, actual, 'unchanged', stops)
      : planPlaylist({
          rule: asItIs,
          actual,
          desired,
          problems: [],
          charged: 0,
          facts,
          aliases: new Aliases(facts),
          night,
          mostRequests: limits.requests,
        });
  return assemble({
    night,
    playlists: [...others, { ...plan, rule: followed ?? ruleHash(rule), notes: [...plan.notes, undoneByRule] }],
    lacking: [],
    used: past,
    limits,
    waiting: new Map(),
  });
}

/** What holds whoever asks: nothing leaves a protected playlist, and none is emptied (design 5). */
function stopping({ name, at, settings }: Rule, actual: Actual, desired: Desired): readonly Problem[] {
  const removing = removals(actual, desired);
  if (removing > 0 && settings.protected) return [problem('plan/protected', { playlist: name, removing }, at)];
  const isEmptied = desired.rows.length === 0 && actual.rows.length > 0;
  return isEmptied ? [problem('plan/would-empty', { playlist: name, of: actual.rows.length }, at)] : [];
}

/** The rows of then; what nobody could add again stays where it stands now, and is not brought back where it is gone. */
function desiredFrom({ rows, says }: Then, actual: Actual, { at }: Rule): Desired {
  const why: Why = { stage: 'write', word: 'restore', datum: says, at };
  const then = rows.filter((key) => !isIrreplaceable(key));
  const wanted = [...then];
  for (const [index, key] of keysOf(actual.rows).entries())
    if (isIrreplaceable(key)) wanted.splice(Math.min(index, wanted.length), 0, key);
  return {
    rows: wanted.map((key) => ({ key, why: [why] })),
    dropped: keysOf(actual.rows).map((key) => ({ key, why: [why] })),
    gaps: [],
    empty: [],
    unknown: 0,
    gaveWay: [],
  };
}
