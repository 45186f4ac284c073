import type { Insight } from '../insight/insight.ts';
import { html, url } from './html.ts';
import { page } from './page.ts';

/** `404.html`: it is shown at any address below the site, so it can rely on no path but on what GitHub calls the site. */
export const lostPage = ({ repository }: Insight): string =>
  page({
    title: 'Nothing stands here',
    up: '',
    main: [
      html`<div class="intro"><h1>Nothing stands here</h1>
<p class="facts">A playlist that no rule rules any more has no page. ${home(repository)}</p></div>`,
    ],
    foot: [],
  });

function home(repository: string | null) {
  const [owner, name] = repository?.split('/') ?? [];
  return owner === undefined || name === undefined
    ? html`The others are listed on the <a href="index.html">front page</a>.`
    : html`The others are listed on the <a href="${url(`https://${owner}.github.io/${name}/`)}">front page</a>.`;
}
