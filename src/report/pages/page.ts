import { light } from '../charts/shades.ts';
import { type Html, html, type Part, url } from './html.ts';

/** Everything comes from the site itself; pages cannot set headers, so it stands in each of them. */
const policy = (connect: string): string =>
  `default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src ${connect}; base-uri 'none'; form-action 'none'`;

/** A page that handles secrets: it talks to these addresses alone, no text becomes script, no search engine lists it. */
type Own = { readonly script: string | null; readonly connect: readonly string[] };

export type Page = {
  readonly title: string;
  /** The way from here to the top of the site: empty, or `../../`. The site may lie below any address. */
  readonly up: string;
  readonly main: readonly Part[];
  /** What the foot says: where all this is from. */
  readonly foot: readonly Part[];
  readonly here?: 'playlists';
  readonly own?: Own;
};

/** A whole document. */
export const page = ({ title, up, main, foot, here, own }: Page): string =>
  `<!doctype html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${own === undefined ? policy("'self'") : closedPolicy(own)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">${own === undefined ? null : html`\n<meta name="robots" content="noindex">`}
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="${url(`${up}icon.svg`)}">
<link rel="stylesheet" href="${url(`${up}style.css`)}">
<script src="${url(`${up}table.js`)}"></script>${typeof own?.script === 'string' ? html`\n<script src="${url(`${up}${own.script}`)}"></script>` : null}
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="head"><div class="column">
<a class="brand" href="${url(`${up}index.html`)}">${mark}Setlist</a>
<nav aria-label="Site">
<a href="${url(`${up}index.html#playlists`)}"${here === 'playlists' ? html` aria-current="page"` : null}>Playlists</a>
<a href="${url(`${up}index.html#changes`)}">Changes</a>
</nav>
<button class="theme" type="button" hidden><span class="unseen">Colours: </span><span class="now">Auto</span></button>
</div></header>
<main id="content" class="column" tabindex="-1">
${main}
</main>
<footer class="column"><div class="foot">
${foot}
</div></footer>
</body>
</html>
`.text
  }`;

const closedPolicy = ({ connect }: Own): string =>
  `${policy(connect.length === 0 ? "'none'" : connect.join(' '))}; require-trusted-types-for 'script'; trusted-types 'none'`;

const lines = html`<path d="M1,3H11M1,8H17" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><path d="M1,13H6" stroke="${light('clay')}" stroke-width="2" stroke-linecap="round"/>`;

const mark: Html = html`<svg width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">${lines}</svg>`;

/** `icon.svg`: the mark as browsers show it beside a page's title, on light and on dark. */
export const icon: string =
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -2 20 20" color="#6d8ddb">${lines}</svg>
`.text;
