import type { Answer, Facts } from '../../domain/facts.ts';
import type { Need, NeedOf } from '../../domain/need.ts';
import { needKey } from '../../domain/need.ts';
import type { Actual } from '../../domain/playlist.ts';
import type { Controlled } from '../../domain/portfolio.ts';
import type { Rule } from '../../domain/rule.ts';
import { type Problem, problem } from '../../problem/problem.ts';

/** How a rule's playlist stands, as far as that was read. */
export type Standing =
  | { readonly kind: 'new' }
  | { readonly kind: 'read'; readonly actual: Actual }
  | { readonly kind: 'lacking'; readonly need: NeedOf<'playlist'> }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

export function readActual(rule: Rule, controlled: Controlled | undefined, facts: Facts, used: Set<string>): Standing {
  if (controlled === undefined) return { kind: 'new' };
  const need = { account: rule.account, kind: 'playlist', id: controlled.id } as const;
  const key = needKey(need);
  used.add(key);
  const answer = facts.answers[key]?.answer as Answer<'playlist'> | undefined;
  if (answer === undefined) return { kind: 'lacking', need };
  if (answer.state === 'whole') return { kind: 'read', actual: answer.found };
  const absence = answer.state === 'none' ? answer.absence : 'part';
  return { kind: 'unreadable', problem: problem('plan/unreadable', { playlist: rule.name, absence }, rule.at) };
}

export const needOf = (standing: Standing): readonly Need[] => (standing.kind === 'lacking' ? [standing.need] : []);
