import { grouped, many } from '../charts/numbers.ts';
import { entriesOf } from '../insight/entries.ts';
import type { Insight, PlaylistInsight } from '../insight/insight.ts';
import { type Html, html, url } from './html.ts';
import { fileOf, type Outside } from './links.ts';
import { because, called } from './moves.ts';
import { nightsFrom, shortNight } from './words.ts';

/** The playlist as it stands, in its order. */
export function tracksTable(playlist: PlaylistInsight, insight: Insight, newest: string, out: Outside): Html {
  const entries = entriesOf(insight, playlist);
  const rows = playlist.tracks.map((key, index) => {
    const [label, entry] = [insight.labels.get(key) ?? null, entries.get(key)];
    const nights = entry === undefined ? null : nightsFrom(entry.night, newest) + 1;
    const title = (label?.title ?? key).toLowerCase();
    return html`<tr>
<td class="n place" data-v="${index + 1}">${index + 1}</td>
<th scope="row" data-v="${title}">${called({ key, label })}</th>
<td class="n since" data-v="${entry?.night ?? null}">${entry === undefined ? html`<span class="mute">not known</span>` : shortNight(entry.night)}</td>
<td class="n stay" data-v="${nights}">${nights === null ? null : many(nights, 'night')}</td>
<td class="reason">${because({ why: entry?.why ?? null }, out)}</td>
</tr>
`;
  });
  return html`<section class="card long" id="tracks" aria-labelledby="tracks-title">
<div class="padded row"><h2 id="tracks-title">Tracks</h2><p class="sub">${grouped(playlist.count)} · <a href="${url(`../../data/${fileOf(playlist)}-tracks.csv`)}">CSV</a> · <a href="${url(`../../data/${fileOf(playlist)}.json`)}">JSON</a></p></div>
${
  rows.length === 0
    ? html`<p class="none">Nothing stands in it.</p>`
    : html`<div class="scroll" role="region" aria-label="Table of tracks" tabindex="0"><table class="sortable cards tracks">
<thead><tr><th scope="col" class="n" data-first="ascending">#</th><th scope="col" data-first="ascending">Title</th><th scope="col" class="n" data-first="descending">In since</th><th scope="col" class="n" data-first="descending">Stay</th><th scope="col">Why</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`
}
</section>`;
}
