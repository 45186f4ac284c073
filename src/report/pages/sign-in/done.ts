import { type Html, html, url } from '../html.ts';

/** What a sign-in gave and where it goes; the page's script fills it in. */
export const done = (
  repository: readonly [owner: string, name: string] | null,
): Html => html`<section class="card padded done" id="done" tabindex="-1" aria-labelledby="done-title" hidden>
<p class="mark"><span class="pill note">Secret ready</span></p>
<h2 id="done-title">“<bdi data-is="account"></bdi>” is signed in as <bdi data-is="user"></bdi></h2>
<p class="sub">Good until <strong data-is="until"></strong>. Copy the secret now: it is shown once, and whoever has it can change the playlists.</p>
<dl class="rule">
<div><dt>Name</dt><dd class="copied"><code id="variable" data-is="variable"></code>${copy('variable', 'the name')}</dd></div>
<div><dt>Secret</dt><dd class="copied"><code id="secret" class="secret" data-is="secret"></code>${copy('secret', 'the secret')}</dd></div>
<div><dt>Where</dt><dd>${place(repository)} Choose “New repository secret”, or the pencil beside <code data-is="variable"></code> if it is there already. A workflow that names an environment takes it from that environment’s secrets instead.</dd></div>
<div><dt>Then</dt><dd>Run the workflow once: the note on the front page goes with the next report.</dd></div>
</dl>
</section>`;

const copy = (what: string, said: string): Html =>
  html`<button class="plainly" type="button" data-copy="${what}" hidden><span>Copy</span><span class="unseen"> ${said}</span></button>`;

const place = (repository: readonly [owner: string, name: string] | null): Html =>
  repository === null
    ? html`In the repository on GitHub: Settings, Secrets and variables, Actions.`
    : html`<a href="${url(`https://github.com/${repository.join('/')}/settings/secrets/actions`)}">Settings of ${repository.join('/')}, Secrets and variables, Actions</a>.`;
