import { type AnnotationProperties, error, notice, warning } from '@actions/core';
import { fixOf, messageOf } from '../../problem/catalogue.ts';
import type { Problem } from '../../problem/problem.ts';
import { type Verdict, weightOf } from '../verdict.ts';
import { inert } from './log.ts';

/** GitHub shows ten of a kind a step and drops the rest in silence; one is needed for the end. */
export const mostAnnotations = 8;

const annotate = { red: error, warning, green: notice } as const;

/** Puts the first problems on the lines that they are about, the heaviest first. */
export function annotateProblems(problems: readonly Problem[]): void {
  const order: readonly Verdict[] = ['red', 'warning', 'green'];
  const heaviest = order.flatMap((verdict) => problems.filter((one) => weightOf(one) === verdict));
  for (const problem of heaviest.slice(0, mostAnnotations))
    annotate[weightOf(problem)](wordsOf(problem), { title: problem.code, ...placeOf(problem) });
}

/** What is wrong and what to do about it. */
export const wordsOf = (problem: Problem): string => inert(`${messageOf(problem)}\nfix: ${fixOf(problem)}`);

function placeOf({ at }: Problem): AnnotationProperties {
  if (at === undefined) return {};
  const { file, line, column, length = 1 } = at;
  return { file: inert(file), startLine: line, startColumn: column, endColumn: column + length - 1 };
}
