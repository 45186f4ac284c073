import type { ChangeInsight, RowInsight } from '../insight/insight.ts';
import { type Html, html } from './html.ts';
import type { Outside } from './links.ts';

type Kind = 'left' | 'entered' | 'moved';
export type Moves = Pick<ChangeInsight, Kind>;

/** How many rows a change shows before the rest is folded. */
const few = 6;

const signs: Readonly<Record<Kind, { readonly sign: string; readonly said: string }>> = {
  left: { sign: '−', said: 'out' },
  entered: { sign: '+', said: 'in' },
  moved: { sign: '↕', said: 'moved' },
};

/** Rows that left, entered and moved, each with what decided on it. */
export function rows(moves: Moves, out: Outside): Html | null {
  const all = (['left', 'entered', 'moved'] as const).flatMap((kind) =>
    moves[kind].map((row) => ({ kind, drawn: line(kind, row, out) })),
  );
  if (all.length === 0) return null;
  // A list that needs a fold of one row shows that row instead.
  const shown = all.length <= few + 1 ? all.length : few;
  const list = (part: typeof all): Html => html`<ul class="moves">${part.map(({ drawn }) => drawn)}</ul>`;
  if (shown === all.length) return list(all);
  return html`${list(all.slice(0, shown))}<details><summary>and ${all.length - shown} more</summary>${list(all.slice(shown))}</details>`;
}

const line = (kind: Kind, row: RowInsight, out: Outside): Html =>
  html`<li class="${kind}"><span class="sign"><span aria-hidden="true">${signs[kind].sign}</span><span class="unseen">${signs[kind].said}</span></span><span class="name">${called(row)}</span>${because(row, out)}</li>`;

/** Title and artists; of a row that was never read, only what Spotify calls it. */
export const called = ({ key, label }: Pick<RowInsight, 'key' | 'label'>): Html =>
  label === null
    ? html`<code>${key}</code>`
    : html`<bdi class="title">${label.title}</bdi> <bdi class="artists">${label.artists}</bdi>`;

export const because = ({ why }: Pick<RowInsight, 'why'>, out: Outside): Html | null =>
  why === null
    ? null
    : html`<span class="why"><bdi>${why.datum}</bdi>${why.rule === null ? null : html` ${out.rule(why.rule)}`}</span>`;
