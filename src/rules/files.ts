import type { Slug } from '../domain/ids.ts';

/** What a file under `playlists/` is, by its path. */
export type FileKind = 'portfolio' | 'list' | 'template' | 'rule' | 'other';

export function kindOf(path: string): FileKind {
  if (path === 'setlist.yaml') return 'portfolio';
  if (path.startsWith('lists/')) return /(?:^|\/)(?:\.[^/]*|README(?:\.md)?)$/i.test(path) ? 'other' : 'list';
  if (path.startsWith('templates/')) return 'template';
  return /\.ya?ml$/i.test(path) ? 'rule' : 'other';
}

export const slugOf = (path: string): Slug => path.replace(/\.ya?ml$/i, '') as Slug;

/** How problems name a file: from the root of the repository. */
export const shown = (path: string): string => `playlists/${path}`;
