import type { Attention, AttentionKind } from '../insight/insight.ts';
import { type Html, html, url } from './html.ts';
import { named, type Outside, order, pageOf } from './links.ts';
import { rows } from './moves.ts';

const pills: Readonly<Record<AttentionKind, { readonly word: string; readonly tone: 'act' | 'watch' }>> = {
  'sign-in': { word: 'Sign in', tone: 'act' },
  'hand-edits': { word: 'Decide', tone: 'act' },
  guard: { word: 'Held back', tone: 'act' },
  account: { word: 'Account', tone: 'act' },
  unreadable: { word: 'Unreadable', tone: 'act' },
  'not-written': { word: 'Not written', tone: 'watch' },
  source: { word: 'Waits', tone: 'watch' },
  unfinished: { word: 'Unfinished', tone: 'watch' },
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

const item = (one: Attention, { out, on }: Where): Html => {
  const { kind, sentence, action, added, removed, rule } = one;
  return html`<li>
<div>${pill(kind)}</div>
<div>
<h2 class="small"><bdi>${sentence}</bdi></h2>
<p class="sub">${order(action)}</p>
${on === 'playlist' ? rows({ entered: added, left: removed, moved: [] }, out) : null}</div>
<div class="do">${on === 'index' ? wayOn(one) : rule === null ? null : out.rule(rule)}</div>
</li>
`;
};

/** From the front page: to the page on which more is to be seen, or on which it is done. */
function wayOn({ kind, account, playlist }: Attention): Html | null {
  if (kind === 'sign-in')
    return html`<a href="${url('sign-in/index.html')}">Sign in<span class="unseen"> as ${account}</span></a>`;
  return playlist === null
    ? null
    : html`<a href="${url(pageOf(playlist))}">Look<span class="unseen"> at ${named(playlist)}</span></a>`;
}
