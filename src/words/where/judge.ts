import type { Place } from '../../domain/place.ts';
import type { Condition } from '../../domain/rule.ts';
import { unreachable } from '../../problem/bug.ts';
import { not } from '../values/kleene.ts';
import type { Asking, Candidate, FieldWord, Verdict } from '../word.ts';
import { fields } from './index.ts';

/** Whether a condition holds, and what decided it: the test that did, or the group when all of its parts did. */
export type Judgement = Verdict & { readonly word: string; readonly at: Place };

/**
 * Judges in three values (Kleene): `all` fails with its first part that fails, `any` holds with its first that holds,
 * and no part after that one is asked for facts. Where that does not decide, the first part that is not known does.
 */
export function judge(condition: Condition, candidate: Candidate, asking: Asking): Judgement {
  switch (condition.kind) {
    case 'test': {
      const { word, args, at } = condition;
      const field: FieldWord | undefined = (fields as Readonly<Record<string, FieldWord>>)[word];
      return { ...(field?.test(args, candidate, asking) ?? { holds: null, datum: 'not known' }), word, at };
    }
    case 'not': {
      const judged = judge(condition.of, candidate, asking);
      return { ...judged, holds: not(judged.holds) };
    }
    case 'all':
    case 'any':
      return judgeGroup(condition, candidate, asking);
    default:
      return unreachable(condition);
  }
}

type Group = Extract<Condition, { readonly of: readonly Condition[] }>;

function judgeGroup({ kind, of, at }: Group, candidate: Candidate, asking: Asking): Judgement {
  const decides = kind === 'any';
  const judged: Judgement[] = [];
  for (const part of of) {
    const judgement = judge(part, candidate, asking);
    if (judgement.holds === decides) return judgement;
    judged.push(judgement);
  }
  const unknown = judged.find(({ holds }) => holds === null);
  if (unknown !== undefined) return unknown;
  const [only] = judged;
  if (judged.length === 1 && only !== undefined) return only;
  return { holds: !decides, word: kind, at, datum: judged.map(({ datum }) => datum).join('; ') || 'no condition' };
}
