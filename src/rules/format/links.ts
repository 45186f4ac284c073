import { type Document, type Scalar, visit } from 'yaml';
import { idIn, type LinkKind, trackUri } from '../../domain/ids.ts';
import { pathTo } from './path-to.ts';

/** The keys below which a share link means its id, and whether the kind is plain from the key. */
const kinds: { readonly [key: string]: LinkKind } = {
  playlist: 'playlist',
  on_playlist: 'playlist',
  artist: 'artist',
  artists: 'artist',
  album: 'album',
  tracks: 'track',
  track: 'track',
};

/** Operators that compare with the thing itself; others (`contains`) take a link for text. */
const operators: readonly string[] = ['is', 'is_not', 'in', 'not_in'];

/** The kind of id that may stand here; undefined where text is text. */
export function kindAt(path: readonly string[]): LinkKind | undefined {
  const [top = ''] = path;
  if (!['from', 'where', 'pin'].includes(top) || path.includes('search')) return undefined;
  const key = path.findLast((part) => !/^\d+$/.test(part) && !operators.includes(part)) ?? '';
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
}

/** Share links lose what does not say what they are about: of tracks a URI is left, of everything else the bare id. */
export function shortenLinks(document: Document): void {
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (key !== 'key') shorten(node, kindAt(pathTo(key, ancestors)));
    },
  });
}

function shorten(node: Scalar, kind: LinkKind | undefined): void {
  // Digits alone are an id too, if there are twenty-two; a number would lose its last ones.
  if (typeof node.value === 'number' && node.source?.length === 22) node.value = node.source;
  if (typeof node.value !== 'string' || kind === undefined || !node.value.startsWith('http')) return;
  const id = idIn(kind, node.value);
  if (id === undefined) return;
  node.value = kind === 'track' ? trackUri(id) : id;
  // Quotation marks that only the link needed go; those that its id needs (digits alone) come back by themselves.
  node.type = 'PLAIN';
}
