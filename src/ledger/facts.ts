import { Type } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import type { Facts } from '../domain/facts.ts';
import type { AddableUri, AlbumId } from '../domain/ids.ts';
import type { Album, Item } from '../domain/item.ts';
import { entriesOf, lookupOf } from '../domain/known/lookup.ts';
import type { Checked } from '../problem/checked.ts';
import { recordParser } from './parse.ts';

const thing = Type.Record(Type.String(), Type.Unknown());

const parse = recordParser(
  Type.Object({
    version: Type.Literal(1),
    items: Type.Record(Type.String(), thing),
    albums: Type.Record(Type.String(), thing),
    answers: Type.Record(
      Type.String(),
      Type.Object({
        need: Type.Object({ account: Type.String(), kind: Type.String() }),
        answer: Type.Object({
          state: Type.Union([Type.Literal('whole'), Type.Literal('part'), Type.Literal('none')]),
        }),
      }),
    ),
    sizes: Type.Optional(Type.Record(Type.String(), Type.Object({ least: Type.Integer(), counted: Type.Integer() }))),
  }),
  'given',
);

/** Facts as `--save-facts` wrote them. */
export function parseFacts(text: string, path: string): Checked<Facts> {
  const parsed = parse(text, path);
  if (!parsed.ok) return parsed;
  // A file of our own making: what the schema leaves open was typed when it was written.
  const { items, albums, ...others } = parsed.value as unknown as Written;
  return { ok: true, value: { ...others, items: lookupOf(items), albums: lookupOf(albums) } };
}

type Written = Pick<Facts, 'version' | 'answers' | 'sizes'> & {
  readonly items: { readonly [uri in AddableUri]?: Item };
  readonly albums: { readonly [id in AlbumId]?: Album };
};

/** One item, album or answer a line, sorted: two gatherings compare line by line. */
export function renderFacts({ version, items, albums, answers, sizes = {} }: Facts): string {
  const part = (name: string, entries: Iterable<readonly [string, unknown]>) => {
    const lines = [...entries]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${canonicalJson(value)}`);
    return `  "${name}": {${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}}`;
  };
  const parts = [
    part('items', entriesOf(items)),
    part('albums', entriesOf(albums)),
    part('answers', Object.entries(answers)),
    ...(Object.keys(sizes).length === 0 ? [] : [part('sizes', Object.entries(sizes))]),
  ];
  return `{\n  "version": ${version},\n${parts.join(',\n')}\n}\n`;
}
