import { secretVariable } from '../../../domain/sign-in.ts';
import type { Insight } from '../../insight/insight.ts';
import { foot } from '../figures.ts';
import { type Html, html, url } from '../html.ts';
import { repositoryOf } from '../links.ts';
import { page } from '../page.ts';
import { simulatedNote } from '../words.ts';
import { done } from './done.ts';
import type { Door, SignIn, SpotifyAddresses } from './sign-in.ts';
import { allowed } from './words.ts';

/** Where people without a terminal sign in: everything happens between their browser and Spotify. */
export function signInPage(insight: Insight, { doors, spotify }: SignIn): string {
  const me = spotify && `${spotify.apiUrl}/me`;
  const token = spotify && `${spotify.authUrl}/api/token`;
  return page({
    title: 'Sign in to Spotify',
    up: '../',
    own: { script: me === null ? null : 'sign-in.js', connect: [token, me].filter((one) => one !== null) },
    main: [
      intro(insight, spotify !== null),
      spotify === null ? null : [message, done(repositoryOf(insight)), list(doors, spotify), registering, keeping],
    ],
    foot: [foot(insight, '../')],
  });
}

const intro = ({ title, simulated }: Insight, isOpen: boolean): Html => html`<div class="intro">
<p class="stamp"><span>${title === '' ? null : html`<bdi>${title}</bdi> · `}${isOpen ? 'twice a year, one secret an account' : 'nobody to sign in'}${simulated ? simulatedNote : null}</span></p>
<h1>Sign in to Spotify</h1>
<p class="facts">${
  isOpen
    ? 'Setlist works while you sleep because an account allowed it to. Spotify ends that six months after each sign-in, so somebody has to come back. Here your browser asks Spotify itself, and you carry the answer to GitHub: no server of ours takes part.'
    : 'Nobody has to: the Spotify of these playlists is simulated, on the machine that runs Setlist. Real accounts sign in here once the playlists are real.'
}</p></div>`;

/** How it went, when there is no secret. */
const message = html`<section class="card padded told" id="told" tabindex="-1" role="alert" aria-labelledby="told-title" hidden>
<p class="mark"><span class="pill act"><span aria-hidden="true">!</span>Not signed in</span></p>
<h2 id="told-title" data-is="title"></h2>
<p class="sub" data-is="text"></p>
</section>`;

const list = (
  doors: readonly Door[],
  { authUrl, apiUrl }: SpotifyAddresses,
): Html => html`<section aria-labelledby="accounts">
<div class="tools"><h2 id="accounts">Accounts</h2><p class="sub">each needs a secret of its own</p></div>
<p class="facts unscripted">Here nobody can sign in: that takes JavaScript and an https address. In a terminal, <code>setlist login &lt;account&gt;</code> does the same.</p>
<ul class="card need doors" id="doors" data-authorize="${authUrl}/authorize" data-token="${authUrl}/api/token" data-me="${apiUrl}/me">
${doors.map(door)}</ul></section>`;

const door = ({ account, app, clientId, scopes, user }: Door): Html =>
  html`<li data-account="${account}" data-app="${app}" data-client="${clientId}" data-scopes="${scopes.join(' ')}" data-variable="${secretVariable(account)}" data-user="${user?.id ?? null}" data-account-id="${user?.accountId ?? null}">
<div><span class="pill note"><span class="unseen">App </span>${app}</span></div>
<div>
<h3><bdi>${account}</bdi>${user === null ? null : html` <span class="artists">Spotify user <bdi>${user.id}</bdi></span>`}</h3>
<p class="sub">Allows Setlist to ${inWords(scopes.map((scope) => allowed[scope]))}.</p>
</div>
<div class="do"><button class="go" type="button" hidden>Sign in with Spotify<span class="unseen"> as ${account}</span></button></div>
</li>
`;

const inWords = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;

const registering = html`<section class="card padded" aria-labelledby="first">
<h2 id="first">Before the first time</h2>
<p class="sub">Spotify sends people back only to addresses that the app knows. In <a href="${url('https://developer.spotify.com/dashboard')}">Spotify’s developer dashboard</a> open the app, then Settings, add this one under Redirect URIs, and save. It has to be the same letter for letter, case and last slash too.</p>
<div class="copied scripted" hidden><code id="here" data-is="here"></code><button class="plainly" type="button" data-copy="here" hidden><span>Copy</span><span class="unseen"> the address</span></button></div>
<p class="sub unscripted">It is the address of this page, without what follows a question mark.</p>
</section>`;

const keeping = html`<section class="card padded" aria-labelledby="kept">
<h2 id="kept">What is kept where</h2>
<ul class="points">
<li>While you are at Spotify, two random texts wait in this tab, so that the answer can be told from a stranger’s. They are removed the moment you are back.</li>
<li>The secret is shown once. It is not stored, not sent anywhere, and gone when you leave: only your copy remains.</li>
<li>This page talks to two addresses of Spotify and to nothing else; the browser enforces it.</li>
<li>Spotify’s answer passes in the address of this page and is taken out of it at once. It is worth nothing without what waited in the tab.</li>
<li>To take it all back, remove the app at <a href="${url('https://www.spotify.com/account/apps/')}">Spotify’s list of your apps</a>.</li>
</ul>
</section>`;
