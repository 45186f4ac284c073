import type { Change } from '../../domain/change.ts';
import type { PlaylistPlan } from '../../domain/plan.ts';
import type { Why } from '../../domain/why.ts';
import { visible } from '../../problem/render.ts';
import { inColumns } from './in-columns.ts';

export type Shown = {
  /** Show every added and moved row; removed ones are always shown. */
  readonly all: boolean;
};

/** How many added or moved rows are shown before the rest is counted. */
const few = 12;

/** The rows that leave, come and move, each with its why. Rows that leave are never cut short. */
export function renderChanges({ changes }: PlaylistPlan, { all }: Shown): readonly string[] {
  return (['remove', 'add', 'move'] as const).flatMap((kind) => {
    const rows = changes.filter((one) => one.kind === kind);
    const shown = all || kind === 'remove' ? rows : rows.slice(0, few);
    return [
      ...shown.map(renderChange),
      ...(shown.length < rows.length
        ? [`  ${' '.repeat(6)}… and ${rows.length - shown.length} more to ${kind} (--all shows them)`]
        : []),
    ];
  });
}

function renderChange(change: Change): string {
  const { label, key, why } = change;
  const name = label === null ? key : `${label.title} / ${label.artists}`;
  const said = `${sign(change)}  ${inColumns(visible(name), 44)}  ${whyOf(change.kind, why)}`;
  return `  ${said.trimEnd()}`;
}

const sign = (change: Change): string => {
  switch (change.kind) {
    case 'remove':
      return `${place(change.from)}  −`;
    case 'add':
      return `${place(change.to)}  +`;
    case 'move':
      return `${place(change.to)}  ${change.from > change.to ? '↑' : '↓'}`;
  }
};

const place = (at: number): string => String(at).padStart(5);

/** What decided: of a row that comes its source, of one that leaves the last word on it, of one that moves what orders it. */
function whyOf(kind: Change['kind'], whys: readonly Why[]): string {
  const ordering = whys.findLast(({ stage, word }) => stage === 'arrange' || stage === 'sort' || word === 'pin');
  const why = kind === 'remove' ? whys.at(-1) : kind === 'move' ? (ordering ?? whys[0]) : whys[0];
  return why === undefined ? '' : `${visible(why.datum)}  ${visible(why.at.file)}:${why.at.line}`;
}
