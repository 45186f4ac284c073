import { idOf } from '../charts/svg/clean.ts';
import type { ChangeInsight, Insight, PlaylistRef, RulePlace } from '../insight/insight.ts';
import { type Html, html, url } from './html.ts';

/** Where the truth stands outside the site; null where there is no such place. */
export type Outside = {
  readonly commit: (commit: string | null) => Html | null;
  readonly rule: (place: RulePlace) => Html;
  readonly spotify: (playlist: PlaylistRef) => Html | null;
};

/** `owner/name` as GitHub allows it; a ledger may say anything. */
export const repositoryOf = ({ repository }: Insight): readonly [owner: string, name: string] | null => {
  const [, owner, name] = /^([\w-]+)\/([\w.-]+)$/.exec(repository ?? '') ?? [];
  return owner === undefined || name === undefined ? null : [owner, name];
};

export function outside(insight: Insight): Outside {
  const repository = repositoryOf(insight);
  const linked = (path: string, text: Html): Html =>
    repository === null
      ? text
      : html`<a href="${url(`https://github.com/${repository.join('/')}/${path}`)}">${text}</a>`;
  return {
    commit: (commit) =>
      commit === null || !/^[0-9a-f]{40}$/.test(commit)
        ? null
        : linked(`commit/${commit}`, html`<code>${commit.slice(0, 7)}</code>`),
    rule: ({ file, line }) => {
      const path = file.toWellFormed().split('/').map(encodeURIComponent).join('/');
      const short = file.replace(/^playlists\//, '');
      return linked(`blob/HEAD/${path}#L${line}`, html`<code>${short}:${line}</code>`);
    },
    spotify: ({ id }) =>
      insight.simulated
        ? null
        : html`<a href="${url(`https://open.spotify.com/playlist/${encodeURIComponent(id.toWellFormed())}`)}">Open in Spotify</a>`,
  };
}

/** A playlist's folder is named after its id, since names change; what else stands there cannot leave it. */
export const fileOf = ({ id }: Pick<PlaylistRef, 'id'>): string => idOf(id);

/** From the top of the site. */
export const pageOf = (playlist: Pick<PlaylistRef, 'id'>): string => `p/${fileOf(playlist)}/index.html`;

/** What a change is called on its playlist's page. */
export const anchorOf = ({ run, kind, who }: ChangeInsight): string => idOf(`${run}-${kind}-${who.by}`);

/** The name as far as it can be printed, else that of its rule. */
export const named = ({ name, slug }: PlaylistRef): string => (name.trim() === '' ? slug : name);

/** An order, in which code stands between backticks. */
export const order = (text: string): readonly Html[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
