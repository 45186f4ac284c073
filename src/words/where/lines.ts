import type { ListLine } from '../../domain/list.ts';
import type { Asking } from '../word.ts';

/** What the lines of a list are about, by column. */
export type Lines = { readonly [column in 'uri' | 'isrc' | 'artist' | 'album']: ReadonlySet<string> };

/** Made once a plan, whatever the number of tracks that are looked up. */
const made = new WeakMap<Asking, Map<string, Lines>>();

/** The columns of a list; with `each`, every column of a line counts, else only the one that says most exactly what it is about. */
export function linesOf(path: string, each: boolean, asking: Asking): Lines {
  const known = made.get(asking) ?? new Map<string, Lines>();
  made.set(asking, known);
  const key = `${each} ${path}`;
  const lines = known.get(key) ?? read(asking.list(path)?.lines ?? [], each, asking);
  known.set(key, lines);
  return lines;
}

function read(lines: readonly ListLine[], each: boolean, asking: Asking): Lines {
  const tracks = lines.flatMap(({ uri }) => uri ?? []);
  const coarse = lines.filter((line) => each || (line.uri === null && line.isrc === null));
  return {
    // A track may be shown under another id than the list names.
    uri: new Set([...tracks, ...tracks.flatMap((uri) => asking.item(uri)?.uri ?? [])]),
    isrc: new Set(lines.flatMap(({ isrc }) => isrc ?? [])),
    album: new Set(coarse.flatMap(({ album }) => album ?? [])),
    artist: new Set(coarse.filter(({ album }) => each || album === null).flatMap(({ artist }) => artist ?? [])),
  };
}
