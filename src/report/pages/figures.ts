import { grouped, many } from '../charts/numbers.ts';
import type { Insight, PlaylistInsight } from '../insight/insight.ts';
import { endingOf } from '../insight/runs.ts';
import { type Html, html, url } from './html.ts';
import { outside } from './links.ts';
import { ago, longNight, nightsFrom, percent } from './words.ts';

type Figure = { readonly what: string; readonly number: string; readonly unit?: string; readonly beside: string };

const figures = (list: readonly Figure[]): Html =>
  html`<dl class="figures">${list.map(
    ({ what, number, unit, beside }) =>
      html`<div><dt>${what}</dt><dd class="number">${number}${unit === undefined ? null : html` <small>${unit}</small>`}</dd><dd class="sub">${beside}</dd></div>`,
  )}</dl>`;

const sum = (list: readonly PlaylistInsight[], of: (one: PlaylistInsight) => number): number =>
  list.reduce((all, one) => all + of(one), 0);

/** All playlists in a few numbers. */
export function figuresOfAll({ playlists, runs, nights }: Insight, newest: string): Html {
  const [entered, left] = [sum(playlists, (one) => one.entered28), sum(playlists, (one) => one.left28)];
  const tracks = sum(playlists, ({ count }) => count);
  const before = nights.find(({ night }) => nightsFrom(night, newest) === 28);
  const known = playlists.filter(({ followers }) => followers !== null);
  const [run] = runs;
  return figures([
    {
      what: 'Tracks, all playlists',
      number: grouped(tracks),
      beside: growth(before?.tracks, tracks, nights.length),
    },
    {
      what: 'Came and went, 28 nights',
      number: grouped(entered + left),
      beside: `${grouped(entered)} in, ${grouped(left)} out`,
    },
    {
      what: 'Followers',
      number: known.length === 0 ? 'not read' : grouped(sum(known, ({ followers }) => followers ?? 0)),
      beside: `${grouped(known.length)} of ${many(playlists.length, 'playlist')}`,
    },
    ...(run === undefined
      ? []
      : [
          {
            what: 'Last run that did something',
            number: endingOf(run),
            beside: `${ago(run.night, newest)}, ${many(run.requests, 'request')}${run.exit === 0 ? '' : `, exit ${run.exit}`}`,
          },
        ]),
  ]);
}

/** A share only over a full window, else how many nights there are. */
function growth(before: number | undefined, now: number, nights: number): string {
  if (before === undefined || before === 0) return many(nights, 'night');
  return `${percent((now - before) / before)} in 28 nights`;
}

/** One playlist in a few numbers. */
export function figuresOf(playlist: PlaylistInsight, newest: string): Html {
  const { count, followers, entered28, left28, lastChange, nights } = playlist;
  const before = nights.find(({ night }) => nightsFrom(night, newest) === 28);
  return figures([
    { what: 'Tracks', number: grouped(count), beside: growth(before?.count, count, nights.length) },
    {
      what: 'Came and went, 28 nights',
      number: grouped(entered28 + left28),
      beside: `${grouped(entered28)} in, ${grouped(left28)} out`,
    },
    { what: 'Followers', number: followers === null ? 'not read' : grouped(followers), beside: 'as Spotify says' },
    {
      what: 'Last change',
      number: lastChange === null ? 'none' : ago(lastChange, newest),
      beside: lastChange === null ? `since ${longNight(nights[0]?.night ?? newest)}` : longNight(lastChange),
    },
  ]);
}

/** The foot of every page: what it was made from. */
export function foot(insight: Insight, up: string): Html {
  const { runs, night, simulated } = insight;
  const commit = outside(insight).commit(runs.find((run) => run.commit !== null)?.commit ?? null);
  return html`<p>${night === null ? 'Before the first night' : `Data to the night of ${longNight(night)}`}${commit === null ? null : html` · rules of ${commit}`}${simulated ? ' · a simulated Spotify' : null}</p>
<p><a href="${url(`${up}sign-in/index.html`)}">Sign in</a> · Made by Setlist. Not affiliated with Spotify.</p>`;
}
