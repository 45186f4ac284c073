import type { PhrasingContent } from 'mdast';
import type { PlaylistInsight, PlaylistRef, RulePlace } from '../insight/insight.ts';
import { link } from './nodes.ts';
import { code, named } from './text.ts';

export const readmePath = 'reports/README.md';
export const pagePath = ({ account, id }: Pick<PlaylistInsight, 'account' | 'id'>): string =>
  `reports/${account}/playlists/${id}.md`;

/** The way from one file to another, as a link takes it. */
export function way(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  const first = there.findIndex((part, index) => part !== here[index]);
  const up = here.slice(first).map(() => '..');
  return [...up, ...there.slice(first).map(encodeURIComponent)].join('/');
}

/** `low-light.yaml:6`, which leads to the line. */
export const toRule = (from: string, { file, line }: RulePlace): PhrasingContent =>
  link(`${way(from, file)}#L${line}`, code(`${file.split('/').at(-1) ?? file}:${line}`));

export const nameless = 'Playlist without a name';

/** The name, leading to the playlist's page while a rule rules it. */
export function toPlaylist(
  from: string,
  { id, name }: PlaylistRef,
  ruled: readonly PlaylistInsight[],
): PhrasingContent[] {
  const page = ruled.find((one) => one.id === id);
  const words = named(name, nameless);
  return page === undefined ? words : [link(way(from, pagePath(page)), words)];
}
