import { grouped } from '../charts/numbers.ts';
import type { ChangeInsight, PlaylistRef } from '../insight/insight.ts';
import { type Html, html, url } from './html.ts';
import { anchorOf, named, type Outside, pageOf } from './links.ts';
import { rows } from './moves.ts';
import { dayOfWeek } from './words.ts';

const tags: Readonly<Record<ChangeInsight['who']['by'], { readonly tag: string; readonly word: string }>> = {
  setlist: { tag: 'planned', word: 'planned' },
  hand: { tag: 'hand', word: 'by hand' },
  spotify: { tag: 'spotify', word: 'Spotify' },
};

const deeds: Readonly<Record<Exclude<ChangeInsight['kind'], 'items'>, string>> = {
  created: 'Created',
  adopted: 'Met for the first time',
  details: 'Details changed',
  renamed: 'Ruled by another file now',
  forgotten: 'No longer ruled, left as it is',
};

/** Our own new description beside rows of the same run is no news: it says how many tracks there are. */
export function newsOf(all: readonly ChangeInsight[]): readonly ChangeInsight[] {
  const about = ({ run, playlist }: ChangeInsight): string => `${run} ${playlist.id}`;
  const own = all.filter(({ who }) => who.by === 'setlist');
  const withRows = new Set(own.filter(({ kind }) => kind !== 'details').map(about));
  return all.filter((one) => one.kind !== 'details' || one.who.by !== 'setlist' || !withRows.has(about(one)));
}

/** All that changed, one line a change, each leading to its playlist's page where there is one. */
export const changesInShort = (changes: readonly ChangeInsight[], has: Has, out: Outside): Html =>
  html`<ol class="changes">${changes.map(
    (change) => html`<li>
<div class="when">${dayOfWeek(change.night)}</div>
<div><div class="what"><h3 dir="auto">${subject(change, has)}</h3>
<span>${lowered(summary(change))}</span>${tag(change)}</div>
<p class="sub">${origin(change, out)}</p></div>
</li>
`,
  )}</ol>`;

/** A playlist that no rule rules any more has no page. */
export type Has = (playlist: PlaylistRef) => boolean;

const subject = (change: ChangeInsight, has: Has): Html =>
  has(change.playlist)
    ? html`<a href="${url(`${pageOf(change.playlist)}#${anchorOf(change)}`)}">${named(change.playlist)}</a>`
    : html`${named(change.playlist)}`;

/** The changes of one playlist, with their rows and whys. */
export const changesInFull = (changes: readonly ChangeInsight[], out: Outside): Html =>
  html`<ol class="changes">${changes.map(
    (change, index) => html`<li id="${anchorOf(change)}">
<div class="when">${dayOfWeek(change.night)}</div>
<div><div class="what"><h3>${summary(change)}</h3>${tag(change)}</div>
<p class="sub">${origin(change, out)}</p>
${change.details.map(([field, value]) => html`<p class="sub">${field}: <bdi>${value}</bdi></p>`)}${folded(rows(change, out), index >= open)}</div>
</li>
`,
  )}</ol>`;

/** How many changes lie open; a page that shows a year of them is not read. */
const open = 5;

const folded = (list: Html | null, isOld: boolean): Html | null =>
  list === null || !isOld ? list : html`<details><summary>Rows and whys</summary>${list}</details>`;

const tag = ({ who }: ChangeInsight): Html => html`<span class="pill ${tags[who.by].tag}">${tags[who.by].word}</span>`;

/** `2 in, 3 out, 1 moved`. */
export function summary({ kind, entered, left, moved }: ChangeInsight): string {
  const tally = [
    ...(entered.length > 0 ? [`${grouped(entered.length)} in`] : []),
    ...(left.length > 0 ? [`${grouped(left.length)} out`] : []),
    ...(moved.length > 0 ? [`${grouped(moved.length)} moved`] : []),
  ].join(', ');
  if (kind === 'items') return tally === '' ? 'The order changed' : tally;
  return tally === '' ? deeds[kind] : `${deeds[kind]}: ${tally}`;
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function origin({ by, commit }: ChangeInsight, out: Outside): Html {
  const linked = out.commit(commit);
  return html`<bdi>${by}</bdi>${linked === null ? null : html` · ${linked}`}`;
}
