import type { BlockContent, List } from 'mdast';
import type { Attention } from '../insight/insight.ts';
import { rowsTold } from './changes.ts';
import { toRule } from './links.ts';
import { bullets, type Inline, paragraph, strong } from './nodes.ts';
import { sentence } from './text.ts';

/** What needs a person, and what to do about it. */
export const attentionList = (
  list: readonly Attention[],
  from: string,
  leadTo: (one: Attention) => readonly Inline[] = () => [],
): List => bullets(list.map((one) => item(one, from, leadTo(one))));

const mostRows = 10;

function item(
  { sentence: told, action, added, removed, rule }: Attention,
  from: string,
  lead: readonly Inline[],
): BlockContent[] {
  const rows = [...rowsTold('+', added, { from, most: mostRows }), ...rowsTold('−', removed, { from, most: mostRows })];
  const where = rule === null ? [] : [' ', toRule(from, rule)];
  return [
    paragraph(...lead, strong(sentence(told)), ' ', sentence(action), ...where),
    ...(rows.length === 0 ? [] : [bullets(rows)]),
  ];
}
