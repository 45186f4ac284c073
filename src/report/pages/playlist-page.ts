import { grouped, many } from '../charts/numbers.ts';
import type { Insight, PlaylistInsight } from '../insight/insight.ts';
import { attention, pill } from './attention.ts';
import { changesInFull, newsOf } from './changes.ts';
import { chartCard, type Drawn } from './charts.ts';
import { figuresOf, foot } from './figures.ts';
import { type Html, html, url } from './html.ts';
import { fileOf, named, outside } from './links.ts';
import { page } from './page.ts';
import { ruleCard } from './rule.ts';
import { tracksTable } from './tracks.ts';
import { longNight, simulatedNote } from './words.ts';

/** How many changes a page holds; the JSON beside it has them all. */
const most = 60;

/** One playlist: how it went, what changed and why, and what stands in it. */
export function playlistPage(playlist: PlaylistInsight, insight: Insight, drawn: Drawn | undefined): string {
  const newest = insight.night ?? '';
  const out = outside(insight);
  const needs = insight.attention.filter((one) => one.playlist?.id === playlist.id);
  const [first] = needs;
  return page({
    title: `${named(playlist)}: ${insight.title === '' ? 'Setlist' : insight.title}`,
    up: '../../',
    main: [
      html`<div class="intro"><nav class="sub" aria-label="Above"><a href="../../index.html">Playlists</a></nav>
<div class="lead"><h1 dir="auto">${named(playlist)}</h1>${first === undefined ? null : pill(first.kind)}</div>
<p class="facts">${facts(playlist, insight)}${insight.simulated ? simulatedNote : null}</p></div>`,
      attention(needs, { out, on: 'playlist' }),
      figuresOf(playlist, newest),
      chartCard(playlist, newest, drawn),
      ruleCard(playlist, out),
      changes(playlist, insight),
      tracksTable(playlist, insight, newest, out),
    ],
    foot: [foot(insight, '../../')],
  });
}

function facts(playlist: PlaylistInsight, insight: Insight): readonly Html[] {
  const out = outside(insight);
  const last = playlist.nights.at(-1)?.night;
  const unread =
    last === insight.night ? [] : [last === undefined ? 'not read yet' : `last read on ${longNight(last)}`];
  const spotify = out.spotify(playlist);
  const list = [
    ...(playlist.description === '' ? [] : [html`<bdi>${playlist.description}</bdi>`]),
    html`${unread.length === 0 ? many(playlist.count, 'track') : `${many(playlist.count, 'track')}, ${unread.join()}`}`,
    ...(spotify === null ? [] : [spotify]),
    out.rule(playlist.rule),
  ];
  return list.map((one, index) => (index === 0 ? one : html` · ${one}`));
}

function changes(playlist: PlaylistInsight, insight: Insight): Html {
  const all = newsOf(insight.changes.filter((one) => one.playlist.id === playlist.id));
  const rest = all.length - most;
  return html`<section class="card padded long" id="changes" aria-labelledby="changes-title">
<h2 id="changes-title">Changes</h2>
${
  all.length === 0
    ? html`<p class="sub">Nothing has changed since ${longNight(playlist.nights[0]?.night ?? insight.night ?? '')}.</p>`
    : changesInFull(all.slice(0, most), outside(insight))
}
${rest > 0 ? html`<p class="sub">${grouped(rest)} older: <a href="${url(`../../data/${fileOf(playlist)}.json`)}">JSON</a></p>` : null}
</section>`;
}
