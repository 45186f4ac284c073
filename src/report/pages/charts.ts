import type { ChartData } from '../charts/chart.ts';
import { headingOf } from '../charts/heading.ts';
import { grouped } from '../charts/numbers.ts';
import type { Insight, PlaylistInsight } from '../insight/insight.ts';
import { Html, html, url } from './html.ts';
import { fileOf } from './links.ts';
import { longNight } from './words.ts';

/** Pixels: what fills the column of a page and still can be read in a narrower one, and what fits a telephone. */
export const widths = { wide: 860, narrow: 278 } as const;

/** A chart drawn in both widths; the page shows one. */
export type Drawn = { readonly wide: string; readonly narrow: string };

/** Of the chart of all playlists. */
export const overview = 'overview';

/** Every chart that the site shows, as data; `site` wants them drawn, under their ids. */
export const chartsOf = (insight: Insight): readonly ChartData[] =>
  insight.night === null
    ? []
    : [overviewOf(insight, insight.night), ...insight.playlists.map((one) => chartOf(one, insight.night ?? ''))];

const yearOf = (night: string): number => Number(night.slice(0, 4));

const overviewOf = ({ nights }: Insight, newest: string): ChartData => ({
  kind: 'overview',
  id: overview,
  year: yearOf(newest),
  nights,
});

const chartOf = ({ id, name, nights }: PlaylistInsight, newest: string): ChartData => ({
  kind: 'playlist',
  id,
  name,
  year: yearOf(newest),
  nights,
});

/** The chart of all playlists under its finding; null where it was not drawn. */
export const overviewCard = (insight: Insight, newest: string, drawn: Drawn | undefined): Html | null =>
  drawn === undefined ? null : card(overviewOf(insight, newest), drawn, null);

/** A playlist's chart with its numbers, for those who would rather read them. */
export const chartCard = (playlist: PlaylistInsight, newest: string, drawn: Drawn | undefined): Html | null =>
  drawn === undefined ? null : card(chartOf(playlist, newest), drawn, numbers(playlist));

function card(data: ChartData, { wide, narrow }: Drawn, below: Html | null): Html {
  const { title, subtitle } = headingOf(data);
  return html`<section class="card padded chart">
<h2 dir="auto">${title}</h2>
<p class="sub">${subtitle}</p>
<div class="wide">${new Html(wide)}</div>
<div class="narrow">${new Html(narrow)}</div>
${below}</section>`;
}

/** How many nights stand in the page; all of them are in the file. */
const most = 60;

const numbers = (playlist: PlaylistInsight): Html => html`<details>
<summary>The numbers</summary>
<div class="scroll" role="region" aria-label="Tracks by night" tabindex="0"><table class="plain">
<thead><tr><th scope="col">Night</th><th scope="col" class="n">Tracks</th><th scope="col" class="n">In</th><th scope="col" class="n">Out</th><th scope="col">Remark</th></tr></thead>
<tbody>${playlist.nights
  .slice(-most)
  .toReversed()
  .map(
    ({ night, count, entered, left, byHand, held }) =>
      html`<tr><th scope="row">${longNight(night)}</th><td class="n">${grouped(count)}</td><td class="n">${entered === 0 ? null : grouped(entered)}</td><td class="n">${left === 0 ? null : grouped(left)}</td><td>${[...(byHand ? ['edited by hand'] : []), ...(held ? ['change held back'] : [])].join(', ')}</td></tr>\n`,
  )}</tbody>
</table></div>
<p class="sub">${playlist.nights.length > most ? `The newest ${most} of ${grouped(playlist.nights.length)} nights. ` : null}All of them: <a href="${url(`../../data/${fileOf(playlist)}.csv`)}">CSV</a></p>
</details>`;
