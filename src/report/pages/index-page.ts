import { many } from '../charts/numbers.ts';
import type { Insight } from '../insight/insight.ts';
import { attention } from './attention.ts';
import { changesInShort, newsOf } from './changes.ts';
import { type Drawn, overview, overviewCard } from './charts.ts';
import { figuresOfAll, foot } from './figures.ts';
import { type Html, html } from './html.ts';
import { outside } from './links.ts';
import { page } from './page.ts';
import { noPlaylists, playlistsTable } from './playlists.ts';
import { longNight, simulatedNote } from './words.ts';

/** How many changes the front page tells; each playlist's own page has more. */
const few = 12;

/** The front page: what is true, what needs a person, then everything. */
export function indexPage(insight: Insight, charts: ReadonlyMap<string, Drawn>): string {
  const { title, headline, night, playlists } = insight;
  const out = outside(insight);
  return page({
    title: `${title === '' ? 'Playlists' : title}: ${headline}`,
    up: '',
    here: 'playlists',
    main: [
      html`<div class="intro">${stamp(insight)}<h1 dir="auto">${unbroken(headline)}</h1></div>`,
      attention(insight.attention, { out, on: 'index' }),
      night === null || playlists.length === 0 ? null : figuresOfAll(insight, night),
      playlists.length === 0 ? noPlaylists : playlistsTable(insight, night ?? ''),
      changes(insight, out),
      night === null || playlists.length === 0 ? null : overviewCard(insight, night, charts.get(overview)),
    ],
    foot: [foot(insight, '')],
  });
}

/** `+2 −3` stays on one line. */
const unbroken = (headline: string): string => headline.replaceAll(/(\+[\d,]+) (?=−\d)/g, '$1\u00A0');

function stamp({ title, night, playlists, simulated }: Insight): Html {
  const read = playlists.filter(({ nights }) => nights.at(-1)?.night === night).length;
  const told =
    night === null
      ? 'before the first night'
      : `night of ${longNight(night)} · ${read === playlists.length ? `${many(read, 'playlist')} read` : `${read} of ${many(playlists.length, 'playlist')} read`}`;
  const name = title === '' ? null : html`<bdi>${title}</bdi> · `;
  return html`<p class="stamp${read < playlists.length ? ' old' : ''}"><span>${name}${told}${simulated ? simulatedNote : null}</span></p>`;
}

const changes = (
  { changes: all, playlists }: Insight,
  out: ReturnType<typeof outside>,
): Html => html`<section class="card padded long" id="changes" aria-labelledby="changes-title">
<div class="row"><h2 id="changes-title">Last changes</h2>${all.length > few ? html`<p class="sub">the newest ${few}; each playlist’s page has more</p>` : null}</div>
${all.length === 0 ? html`<p class="sub">Nothing has changed yet.</p>` : changesInShort(newsOf(all).slice(0, few), ({ id }) => playlists.some((one) => one.id === id), out)}
</section>`;
