import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Spotify's own description of its Web API, which is no part of the project and so may be missing. */
const file = join(import.meta.dirname, '../../../../shared/data/spotify/openapi.yml');

export const hasSpec = existsSync(file);
export const why = hasSpec ? '' : ' (SKIPPED: ../shared/data/spotify/openapi.yml is missing)';

export type Node = { readonly [key: string]: unknown };
/** A part of the document and where it stands, as a JSON pointer. */
export type Placed = { readonly node: Node; readonly at: string };

let spec: Node | undefined;

/** Read when it is first asked for, which takes a while. */
function document(): Node {
  spec ??= hasSpec ? (parse(readFileSync(file, 'utf8')) as Node) : {};
  return spec;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a pointer, behind any reference; undefined when nothing does. */
export function placed(at: string): Placed | undefined {
  const found = at.split('/').slice(1).reduce<unknown>(childOf, document());
  if (!isNode(found)) return undefined;
  const { $ref: reference } = found;
  return typeof reference === 'string' ? placed(reference.slice(1)) : { node: found, at };
}

const childOf = (from: unknown, part: string): unknown => {
  const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
  if (Array.isArray(from)) return from[Number(key)];
  return isNode(from) && Object.hasOwn(from, key) ? from[key] : undefined;
};

export const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Everything below a pointer, by its key. */
export const below = ({ node, at }: Placed): readonly (readonly [key: string, Placed])[] =>
  Object.keys(node).flatMap((key) => {
    const child = placed(`${at}/${escaped(key)}`);
    return child === undefined ? [] : [[key, child] as const];
  });
