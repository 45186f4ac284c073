import { type Document, isCollection, isSeq, type Node, type Pair, type Scalar, visit } from 'yaml';
import { idIn, isAddableUri, trackUri } from '../../domain/ids.ts';
import type { NameOf } from '../format.ts';
import { kindAt } from './links.ts';
import { pathTo } from './path-to.ts';

/** Writes what an id is called behind it, as a comment; a comment that is there already stays. */
export function nameBeside(document: Document, nameOf: NameOf): void {
  visit(document, {
    Scalar: (key, node, ancestors) => {
      const kind = key === 'key' ? undefined : kindAt(pathTo(key, ancestors));
      const uri = kind === undefined ? undefined : uriOf(kind, node);
      const name = uri === undefined ? '' : oneLine(nameOf(uri) ?? '');
      const target = name === '' ? undefined : lineOf(node, ancestors);
      if (target !== undefined && (target.comment ?? '') === '') target.comment = ` ${name}`;
    },
  });
}

function uriOf(kind: string, { value, source }: Scalar): string | undefined {
  const text = typeof value === 'string' ? value : (source ?? '');
  if (kind === 'track') {
    const id = idIn('track', text);
    return id === undefined ? (isAddableUri(text) ? text : undefined) : trackUri(id);
  }
  const id = kind === 'playlist' || kind === 'artist' || kind === 'album' ? idIn(kind, text) : undefined;
  return id === undefined ? undefined : `spotify:${kind}:${id}`;
}

/** What ends the line that the id is in: itself, or the outermost collection in braces around it; nothing in lists of several ids. */
function lineOf(node: Scalar, ancestors: readonly (Document | Node | Pair)[]): Scalar | Node | undefined {
  const flow = ancestors.find((ancestor) => isCollection(ancestor) && ancestor.flow === true);
  if (!isCollection(flow)) return node;
  const isList = ancestors.slice(ancestors.indexOf(flow)).some((one) => isSeq(one) && one.items.length > 1);
  return isList ? undefined : flow;
}

const mostCharacters = 100;

/** Names come from strangers: whatever could end the comment or act on a terminal is out. */
function oneLine(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  return [...plain].slice(0, mostCharacters).join('').trim();
}
