import type { RootContent } from 'mdast';
import { grouped, many } from '../charts/numbers.ts';
import { hours, nightInWords } from '../insight/dates.ts';
import { tallyOf } from '../insight/headline.ts';
import type { RunInsight } from '../insight/insight.ts';
import { endingOf } from '../insight/runs.ts';
import { type Inline, table } from './nodes.ts';
import { said } from './text.ts';

const columns = [
  { head: 'Night', align: 'left' },
  { head: 'Set off by', align: 'left' },
  { head: 'After midnight', align: 'right' },
  { head: 'Playlists', align: 'right' },
  { head: 'In and out', align: 'right' },
  { head: 'Requests', align: 'right' },
  { head: 'Ended', align: 'left' },
] as const;

/** The newest runs in which something happened, and how long after the midnight of its night each began. */
export const runsTable = (runs: readonly RunInsight[]): RootContent =>
  table(
    columns,
    runs.map((run) => [
      nightInWords(run.night),
      setOff(run),
      began(run),
      grouped(run.changed.length),
      tallyOf(run.entered, run.left) || '±0',
      grouped(run.requests),
      run.exit === 0 ? endingOf(run) : `${endingOf(run)}, exit ${run.exit}`,
    ]),
  );

const setOff = ({ trigger, actor }: RunInsight): Inline =>
  actor === null ? trigger : [...said(`${trigger}, ${actor}`)];

/** Nights without a run of their own are served by the next. */
function began({ nights, lateMs }: RunInsight): string {
  if (nights === 0) return 'no new night';
  return nights === 1 ? hours(lateMs) : `${hours(lateMs)}, for ${many(nights, 'night')}`;
}
