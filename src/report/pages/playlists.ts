import { inOutBars } from '../charts/micro/in-out.ts';
import { sparkline } from '../charts/micro/sparkline.ts';
import { grouped, many } from '../charts/numbers.ts';
import type { Insight, PlaylistInsight } from '../insight/insight.ts';
import { pill } from './attention.ts';
import { Html, html, url } from './html.ts';
import { named, pageOf } from './links.ts';
import { lastNights } from './nights.ts';
import { ago, nightsFrom, signed } from './words.ts';

/** A column: how it is called, and which way its first click sorts; none: it cannot be sorted. */
type Column = { readonly title: string; readonly first?: 'ascending' | 'descending'; readonly class?: string };

const columns = (nights: number): readonly Column[] => [
  { title: 'Playlist', first: 'ascending' },
  { title: 'Tracks', first: 'descending', class: 'n' },
  { title: many(nights, 'night'), class: 'optional' },
  { title: 'In and out' },
  { title: 'in 28 nights', first: 'descending', class: 'n' },
  { title: 'Followers', first: 'descending', class: 'n optional' },
  { title: 'Last change', first: 'descending', class: 'n' },
  { title: 'State', first: 'ascending' },
];

/** All playlists; rows say in `data-v` what they are sorted by and in `data-find` what they are found by. */
export const playlistsTable = (
  insight: Insight,
  newest: string,
): Html => html`<section id="playlists" aria-labelledby="playlists-title">
<div class="tools"><h2 id="playlists-title">Playlists</h2>
<div class="filter" role="search" hidden><label><span class="unseen">Filter by name, rule or state</span><input type="search" placeholder="Filter by name, rule or state" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label><output></output></div></div>
<div class="card scroll" role="region" aria-label="Table of playlists" tabindex="0">
<table class="sortable cards">
<thead><tr>${columns(longest(insight, newest)).map(({ title, first, class: name }) => html`<th scope="col"${name === undefined ? null : html` class="${name}"`}${first === undefined ? null : html` data-first="${first}"`}>${title}</th>`)}</tr></thead>
<tbody>
${insight.playlists.map((one) => row(one, insight, newest))}</tbody>
</table>
<p class="nothing-found none" hidden>No playlist is called that.</p>
</div>
<p class="key"><span class="in">came in</span><span class="out">went out</span><small>Each line and each row of bars has a scale of its own.</small></p>
</section>`;

const shown = 90;

/** How many nights the longest line has. */
const longest = ({ playlists }: Insight, newest: string): number =>
  playlists.reduce((most, { nights }) => Math.max(most, lastNights(nights, newest, shown).length), 1);

function row(playlist: PlaylistInsight, { attention }: Insight, newest: string): Html {
  const { slug, count, followers, entered28, left28, lastChange, nights } = playlist;
  const needs = attention.find((one) => one.playlist?.id === playlist.id) ?? null;
  const state = needs === null ? null : pill(needs.kind);
  const name = named(playlist);
  const found = `${name} ${slug} ${needs === null ? 'fine' : needs.kind}`.toLowerCase();
  const moved = entered28 + left28;
  const last = lastChange === null ? null : nightsFrom(lastChange, newest);
  return html`<tr data-find="${found}">
<th scope="row" data-v="${name.toLowerCase()}"><a dir="auto" href="${url(pageOf(playlist))}">${name}</a><div class="sub"><bdi>${slug}</bdi></div></th>
<td class="n count" data-v="${count}"><span class="label">tracks</span>${grouped(count)}</td>
<td class="optional line">${new Html(sparkline(lastNights(nights, newest, shown).map((night) => night?.count ?? null)))}</td>
<td class="bars">${new Html(inOutBars(padded(lastNights(nights, newest, 28))))}</td>
<td class="n moved" data-v="${moved}">${moved === 0 ? html`<span class="mute">none</span>` : html`<span class="up">${signed(entered28)}</span> <span class="down">${signed(-left28)}</span>`}</td>
<td class="n optional followers" data-v="${followers}"><span class="label">followers</span>${followers === null ? html`<span class="mute">not read</span>` : grouped(followers)}</td>
<td class="n last" data-v="${last === null ? null : -last}">${lastChange === null ? html`<span class="mute">never</span>` : ago(lastChange, newest)}</td>
<td class="state" data-v="${needs === null ? 'z' : needs.kind}">${state ?? html`<span class="fine"><span aria-hidden="true">✓</span> Fine</span>`}</td>
</tr>
`;
}

const bars = 28;
const padded = <T>(nights: readonly (T | null)[]): readonly (T | null)[] => [
  ...Array.from({ length: Math.max(0, bars - nights.length) }, () => null),
  ...nights,
];

/** Instead of the table where there is none yet: what to write. */
export const noPlaylists: Html = html`<section class="card padded" id="playlists" aria-labelledby="playlists-title">
<h2 id="playlists-title">No playlists yet</h2>
<p class="sub">Write these lines to <code>playlists/my-first.yaml</code>; the next night creates it.</p>
<pre tabindex="0">name: My First
from:
  - liked: { limit: 50 }
</pre>
</section>`;
