import type { PlaylistId } from '../../domain/ids.ts';
import { exits, signalExits } from '../../problem/exit.ts';
import type { WholeRun } from './eventful.ts';
import type { ChangeInsight, PlaylistRef, RunInsight } from './insight.ts';

const shown = 7;

/** The newest runs, newest first. */
export const runsOf = (
  runs: readonly WholeRun[],
  playlists: readonly PlaylistRef[],
  changes: readonly ChangeInsight[],
): readonly RunInsight[] =>
  runs
    .slice(-shown)
    .reverse()
    .map(({ run, ends, first }) => {
      const own = changes.filter((one) => one.run === run && one.who.by === 'setlist');
      const slugs = new Set([...ends.values()].flatMap(({ changed }) => changed));
      const { night, at, trigger, actor, commit } = first;
      return {
        run,
        night,
        at,
        trigger,
        actor,
        commit,
        changed: refsOf([...slugs], playlists),
        entered: own.reduce((all, { entered }) => all + entered.length, 0),
        left: own.reduce((all, { left }) => all + left.length, 0),
        requests: [...ends.values()]
          .flatMap(({ requests }) => Object.values(requests))
          .reduce((all, one) => all + one, 0),
        exit: first.exit,
        nights: Math.max(...[...ends.values()].map((end) => end.nights.length)),
        lateMs: first.lateMs,
      };
    });

/** Rules that are gone since are named by their slug. */
const refsOf = (slugs: readonly PlaylistRef['slug'][], playlists: readonly PlaylistRef[]): readonly PlaylistRef[] =>
  [...slugs].sort().map((slug) => {
    const known = playlists.find((one) => one.slug === slug);
    return { id: known?.id ?? ('' as PlaylistId), slug, name: known?.name ?? slug };
  });

/** How runs end that did not fail, by exit code. */
const endings: Readonly<Record<number, string>> = {
  [exits.done]: 'clean',
  [exits.guard]: 'held back',
  [exits.quota]: 'cut short',
  [exits.lease]: 'gave way',
  [exits.partly]: 'partly',
  [signalExits.SIGINT]: 'by a signal',
  [signalExits.SIGTERM]: 'by a signal',
};

/** In a word or two. */
export const endingOf = ({ exit }: Pick<RunInsight, 'exit'>): string => endings[exit] ?? 'failed';
