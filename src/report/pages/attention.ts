import type { Attention, AttentionKind } from '../insight/insight.ts';
import { type Html, html, url } from './html.ts';
import { named, type Outside, order, pageOf } from './links.ts';
import { rows } from './moves.ts';

const pills: Readonly<Record<AttentionKind, { readonly word: string; readonly tone: 'act' | 'watch' }>> = {
  'hand-edits': { word: 'Decide', tone: 'act' },
  guard: { word: 'Held back', tone: 'act' },
  account: { word: 'Account', tone: 'act' },
  unreadable: { word: 'Unreadable', tone: 'act' },
  'not-written': { word: 'Not written', tone: 'watch' },
  source: { word: 'Waits', tone: 'watch' },
};

export const pill = (kind: AttentionKind): Html =>
  html`<span class="pill ${pills[kind].tone}"><span aria-hidden="true">!</span>${pills[kind].word}</span>`;

type Where = { readonly out: Outside; readonly on: 'index' | 'playlist' };

/** What needs a person, and what is to be done. */
export const attention = (list: readonly Attention[], where: Where): Html | null =>
  list.length === 0
    ? null
    : html`<section aria-label="Needs a person"><ul class="card need">
${list.map((one) => item(one, where))}</ul></section>`;

const item = ({ kind, playlist, sentence, action, added, removed, rule }: Attention, { out, on }: Where): Html =>
  html`<li>
<div>${pill(kind)}</div>
<div>
<h2 class="small"><bdi>${sentence}</bdi></h2>
<p class="sub">${order(action)}</p>
${on === 'playlist' ? rows({ entered: added, left: removed, moved: [] }, out) : null}</div>
<div class="do">${
    on === 'index' && playlist !== null
      ? html`<a href="${url(pageOf(playlist))}">Look<span class="unseen"> at ${named(playlist)}</span></a>`
      : rule === null
        ? null
        : out.rule(rule)
  }</div>
</li>
`;
