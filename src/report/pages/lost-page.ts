import type { Insight } from '../insight/insight.ts';
import { html, url } from './html.ts';
import { repositoryOf } from './links.ts';
import { page } from './page.ts';

/** `404.html`: it is shown at any address below the site, so it can rely on no path but on what GitHub calls the site. */
export function lostPage(insight: Insight): string {
  const repository = repositoryOf(insight);
  const home = repository === null ? 'index.html' : `https://${repository[0]}.github.io/${repository[1]}/`;
  return page({
    title: 'Nothing stands here',
    up: '',
    main: [
      html`<div class="intro"><h1>Nothing stands here</h1>
<p class="facts">A playlist that no rule rules any more has no page. The others are listed on the <a href="${url(home)}">front page</a>.</p></div>`,
    ],
    foot: [],
  });
}
