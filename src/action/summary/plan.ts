import type { Change } from '../../domain/change.ts';
import type { Plan, PlaylistPlan } from '../../domain/plan.ts';
import { signed } from '../../report/text/signed.ts';
import type { Part } from './fitting.ts';
import { type Caption, fold, foldEnd, heading, list, ours, paragraph, said, strong, table } from './nodes.ts';

/** A plan for people: totals, a line a playlist, every row that leaves with its why; the rest is folded. */
export function planParts(plan: Plan, shownFrom: string): readonly Part[] {
  const changing = plan.playlists.filter(({ changes, writes }) => changes.length > 0 || writes.length > 0);
  return [
    [heading(ours(headline(plan, changing.length)))],
    [paragraph(ours(shownFrom))],
    ...(changing.length === 0 ? [] : [[totals(changing)]]),
    ...changing.flatMap(removedPart),
    ...folded(
      'Added',
      changing.flatMap((one) => rows(one, 'add')),
    ),
    ...folded(
      'Moved',
      changing.flatMap((one) => rows(one, 'move')),
    ),
    ...folded('Unchanged', namesIn(plan, 'unchanged')),
    ...folded(
      'Not planned, facts are lacking',
      plan.lacks.map(({ slug, need }) => [said(slug), ours(': '), said(need)]),
    ),
  ];
}

/** "No changes" is only said when everything was seen. */
function headline(plan: Plan, changing: number): string {
  const { night, lacks, playlists } = plan;
  const isPartial = lacks.length > 0 || playlists.some(({ state }) => state === 'partial' || state === 'unreadable');
  if (changing === 0)
    return isPartial ? `Plan for ${night} (partial): nothing planned, facts are lacking` : `No changes for ${night}`;
  const counts = [`${changing} of ${playlists.length} change`, ...movements(plan)];
  return `Plan for ${night}${isPartial ? ' (partial)' : ''}: ${counts.join(', ')}`;
}

function movements({ playlists }: Plan): readonly string[] {
  const of = (kind: Change['kind']): number => playlists.reduce((sum, one) => sum + countOf(one, kind), 0);
  const signs = [of('add'), -of('remove')].filter((count) => count !== 0).map(signed);
  return [
    ...(signs.length === 0 ? [] : [`${signs.join(' ')} tracks`]),
    ...(of('move') === 0 ? [] : [`${of('move')} moved`]),
  ];
}

const requestsOf = ({ price }: PlaylistPlan): number => Object.values(price).reduce((sum, many) => sum + many, 0);
const countOf = ({ changes }: PlaylistPlan, kind: Change['kind']): number =>
  changes.filter((one) => one.kind === kind).length;

const totals = (changing: readonly PlaylistPlan[]) =>
  table(
    ['Playlist', 'now', 'then', 'add', 'remove', 'move', 'requests'],
    changing.map((one) => [
      said(one.name),
      one.before.count,
      one.after.count,
      countOf(one, 'add'),
      countOf(one, 'remove'),
      countOf(one, 'move'),
      requestsOf(one),
    ]),
  );

function removedPart(one: PlaylistPlan): readonly Part[] {
  const removed = rows(one, 'remove');
  const title = paragraph(strong(ours('Removed from '), said(one.name), ours(` (${removed.length})`)));
  return removed.length === 0 ? [] : [[title], [list(removed)]];
}

type Row = Parameters<typeof list>[0][number];

/** A row, and what decided on it. */
const rows = ({ changes, name }: PlaylistPlan, kind: Change['kind']): readonly Row[] =>
  changes
    .filter((one) => one.kind === kind)
    .map(({ key, label, why }) => {
      const last = kind === 'remove' ? why.at(-1) : why[0];
      const what = said(label === null ? key : `${label.title} / ${label.artists}`);
      const where = kind === 'remove' ? [] : [ours(' in '), said(name)];
      if (last === undefined) return [what, ...where];
      return [what, ...where, ours(': '), said(last.datum), ours(' '), said(`${last.at.file}:${last.at.line}`)];
    });

const namesIn = ({ playlists }: Plan, state: PlaylistPlan['state']): readonly Row[] =>
  playlists.filter((one) => one.state === state).map(({ name, after }) => [said(name), ours(` (${after.count})`)]);

const folded = (caption: Caption, items: readonly Row[]): readonly Part[] =>
  items.length === 0 ? [] : [[fold(caption, items.length), list(items), foldEnd]];
