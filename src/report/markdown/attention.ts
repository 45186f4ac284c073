import type { BlockContent, List, RootContent } from 'mdast';
import type { Attention } from '../insight/insight.ts';
import { rowsTold } from './changes.ts';
import { toRule } from './links.ts';
import { bullets, heading, paragraph, strong } from './nodes.ts';
import { sentence } from './text.ts';

/** What needs a person, and apart from it what the next run goes on with by itself. */
export const attentionSections = (list: readonly Attention[], from: string): readonly RootContent[] =>
  (
    [
      ['What needs a person', list.filter(({ kind }) => kind !== 'unfinished')],
      ['What the next run goes on with', list.filter(({ kind }) => kind === 'unfinished')],
    ] as const
  ).flatMap(([head, part]) => (part.length === 0 ? [] : [heading(2, head), attentionList(part, from)]));

/** What is the matter, and what to do about it. */
const attentionList = (list: readonly Attention[], from: string): List => bullets(list.map((one) => item(one, from)));

const mostRows = 10;

function item({ sentence: told, action, added, removed, rule }: Attention, from: string): BlockContent[] {
  const rows = [...rowsTold('+', added, { from, most: mostRows }), ...rowsTold('−', removed, { from, most: mostRows })];
  const where = rule === null ? [] : [' ', toRule(from, rule)];
  return [
    paragraph(strong(sentence(told)), ' ', sentence(action), ...where),
    ...(rows.length === 0 ? [] : [bullets(rows)]),
  ];
}
