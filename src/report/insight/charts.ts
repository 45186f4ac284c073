import type { ChartData } from '../charts/chart.ts';
import { firstOfMonth, yearOf } from './dates.ts';
import type { Insight, PlaylistInsight } from './insight.ts';

export type Chart = { readonly path: string; readonly data: ChartData };

export const overviewPath = 'reports/charts/overview.svg';
export const chartPath = ({ id }: Pick<PlaylistInsight, 'id'>): string => `reports/charts/${id}.svg`;

/**
 * The committed charts. Each ends at its own last change, or at the first of the month when that is later: a playlist in
 * which nothing happens is drawn anew once a month, so that the repository does not grow by a picture a night.
 */
export const chartsOf = (insight: Insight): readonly Chart[] =>
  insight.night === null ? [] : [overviewOf(insight), ...insight.playlists.map((one) => playlistChart(one, insight))];

export function overviewOf({ nights, playlists, night }: Insight): Chart {
  const changes = playlists.flatMap(({ lastChange }) => lastChange ?? []).sort();
  const cut = cutOf(nights, changes.at(-1) ?? null, night);
  const data = { kind: 'overview', id: 'overview', year: yearOf(cut), nights: upTo(nights, cut) } as const;
  return { path: overviewPath, data };
}

export function playlistChart(playlist: PlaylistInsight, { night }: Pick<Insight, 'night'>): Chart {
  const { id, name, nights, lastChange } = playlist;
  const cut = cutOf(nights, lastChange, night);
  return {
    path: chartPath(playlist),
    data: { kind: 'playlist', id, name, year: yearOf(cut), nights: upTo(nights, cut) },
  };
}

type Dated = { readonly night: string };

function cutOf(nights: readonly Dated[], lastChange: string | null, night: string | null): string {
  const began = nights[0]?.night ?? night ?? '1970-01-01';
  const month = night === null ? began : firstOfMonth(night);
  return [began, lastChange ?? began, month].reduce((one, other) => (other > one ? other : one));
}

const upTo = <One extends Dated>(nights: readonly One[], cut: string): readonly One[] =>
  nights.filter(({ night }) => night <= cut);
