import type { Label } from '../../domain/change.ts';
import type { RowKey } from '../../domain/playlist.ts';
import type { Why } from '../../domain/why.ts';
import { visible } from '../../problem/render.ts';

/** A track that a rule looked at: its place (1-based), or null when it was kept out, and the whys in order. */
export type Told = {
  readonly key: RowKey;
  readonly label: Label | null;
  readonly place: number | null;
  readonly whys: readonly Why[];
};

/** Stage by stage, what brought each track to its place or kept it out. */
export const renderWhys = (playlist: string, tracks: readonly Told[]): string =>
  tracks.map((told) => renderOne(playlist, told)).join('\n\n');

function renderOne(playlist: string, { key, label, place, whys }: Told): string {
  const name = label === null ? key : `${label.title} / ${label.artists}`;
  const where = place === null ? `not in ${playlist}` : `in ${playlist} at ${place}`;
  return visible(`${name} (${key}): ${where}`).concat(
    ...whys.map((why, index) => `\n${renderWhy(why, place === null && index === whys.length - 1)}`),
  );
}

const renderWhy = ({ stage, word, datum, at }: Why, ended: boolean): string =>
  visible(`  ${ended ? '✖' : '✔'} ${stage.padEnd(8)} ${word.padEnd(14)} ${datum}  (${at.file}:${at.line})`);
