import type { Place } from '../../domain/place.ts';
import type { SourceStep } from '../../domain/rule.ts';
import type { Schedule } from '../../domain/settings.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { nearest } from '../../words/values/nearest.ts';

/** Schedules that wait for a change of a source that is not there: their night would never come. */
export function unheardSources(
  schedule: readonly Schedule[],
  from: readonly SourceStep[],
  at: Place,
): readonly Problem[] {
  const names = from.map((source) => source.as);
  const unheard = schedule.flatMap((one) =>
    one.kind === 'on-change' && !names.includes(one.source) ? [one.source] : [],
  );
  return unheard.map((name) => {
    const found = `"${name}", which is no source of this rule`;
    const facts = { what: 'on_change', found, wanted: `one of: ${names.join(', ')}`, nearest: nearest(name, names) };
    return problem('rules/wrong-value', facts, at);
  });
}
