import { fixOf, messageOf } from '../../problem/catalogue.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Part } from './fitting.ts';
import { list, ours, paragraph, said, strong } from './nodes.ts';

/** All that is wrong: annotations show only the first few. */
export function problemsPart(problems: readonly Problem[]): readonly Part[] {
  if (problems.length === 0) return [];
  const items = problems.map((problem) => [
    said(messageOf(problem)),
    ours(' '),
    { type: 'inlineCode', value: problem.code } as const,
    ...(problem.at === undefined
      ? []
      : [ours(' '), said(`${problem.at.file}:${problem.at.line}:${problem.at.column}`)]),
    ours(' fix: '),
    said(fixOf(problem)),
  ]);
  return [[paragraph(strong(ours('What is in the way')))], [list(items)]];
}
