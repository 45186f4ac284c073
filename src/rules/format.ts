import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import { keys, sources } from '../words/index.ts';
import { closeBrackets } from './format/brackets.ts';
import { shortenLinks } from './format/links.ts';
import { nameBeside } from './format/names.ts';
import { decode } from './source/decode.ts';
import { parseYaml } from './source/parse-yaml.ts';

/** What a URI is called, if that is known. The text may be anything: it comes from strangers. */
export type NameOf = (uri: string) => string | undefined;

/**
 * A rule file as `fmt` leaves it: keys in their usual order, share links as ids, names as comments beside ids. It means
 * what it meant, and formatting it again changes nothing. Text that is not YAML is left as it is.
 */
export function formatRule(text: string, nameOf: NameOf = () => undefined): string {
  const decoded = decode('', text);
  if (!decoded.ok || !parseYaml('', decoded.value).ok) return text;
  const document = parseDocument(decoded.value, { uniqueKeys: false, logLevel: 'silent' });
  if (!isMap(document.contents)) return text;
  // An alias has to stand behind its anchor: where there are any, nothing is moved.
  if (!hasAnchors(document)) sortKeys(document);
  shortenLinks(document);
  nameBeside(document, nameOf);
  return closeBrackets(document.toString({ lineWidth: 0 }));
}

const hasAnchors = (document: Document): boolean => /(?:^|[\s[{,])&\S/.test(document.toString({ lineWidth: 0 }));

const ruleOrder: readonly string[] = Object.keys(keys);
const sourceOrder: readonly string[] = [...Object.keys(sources), 'as', 'where', 'sort', 'take'];

function sortKeys(document: Document): void {
  if (!isMap(document.contents)) return;
  const { items } = document.contents;
  const head = takeComment(items[0]);
  items.sort(byOrder(ruleOrder));
  putComment(items[0], head);
  const from = document.get('from');
  if (!isSeq(from)) return;
  for (const item of from.items) if (isMap(item)) item.items.sort(byOrder(sourceOrder));
}

/** The comment at the top is about the file, and tells editors its schema: it stays there, whichever key is the first. */
function takeComment(pair: Pair | undefined): string | null | undefined {
  if (!isScalar(pair?.key)) return undefined;
  const comment = pair.key.commentBefore;
  pair.key.commentBefore = null;
  return comment;
}

function putComment(pair: Pair | undefined, head: string | null | undefined): void {
  if (!isScalar(pair?.key)) return;
  pair.key.spaceBefore = false;
  const lines = [head, pair.key.commentBefore].filter((text) => typeof text === 'string');
  if (lines.length > 0) pair.key.commentBefore = lines.join('\n');
}

/** Keys that are not known stay behind the others, in the order in which they are written. */
const byOrder =
  (order: readonly string[]) =>
  (one: Pair, other: Pair): number =>
    rank(order, one) - rank(order, other);

function rank(order: readonly string[], { key }: Pair): number {
  const index = order.indexOf(isScalar(key) ? String(key.value) : '');
  return index < 0 ? order.length : index;
}
