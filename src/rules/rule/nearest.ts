import type { Slug } from '../../domain/ids.ts';
import { nearest } from '../../words/values/nearest.ts';

/** A list of that name without its folder or ending comes before one that is spelled alike. */
export function nearestList(file: string, paths: readonly string[]): string | null {
  const bare = (path: string): string =>
    inside(path)
      .replace(/^lists\//, '')
      .replace(/\.[a-z0-9]+$/i, '');
  return paths.find((path) => bare(path) === bare(file)) ?? nearest(file, paths);
}

/** A file name, or a slug without its folder, is meant as it looks. */
export function nearestSlug(written: string, slugs: ReadonlySet<Slug>): string | null {
  const bare = inside(written).replace(/\.ya?ml$/i, '');
  return [...slugs].find((slug) => slug === bare || slug.endsWith(`/${bare}`)) ?? nearest(bare, slugs);
}

/** Paths are relative to `playlists/`; people write them from elsewhere. */
const inside = (path: string): string => path.replace(/^(?:\.{0,2}\/)*(?:playlists\/)?/, '');
