import { Type } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import type { Facts } from '../domain/facts.ts';
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
  }),
  'given',
);

/** Facts as `--save-facts` wrote them. */
export function parseFacts(text: string, path: string): Checked<Facts> {
  const parsed = parse(text, path);
  // A file of our own making: what the schema leaves open was typed when it was written.
  return parsed.ok ? { ok: true, value: parsed.value as unknown as Facts } : parsed;
}

/** One item, album or answer a line, sorted: two gatherings compare line by line. */
export function renderFacts({ version, items, albums, answers }: Facts): string {
  const part = (name: string, entries: object) => {
    const lines = Object.entries(entries)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${canonicalJson(value)}`);
    return `  "${name}": {${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}}`;
  };
  const parts = [part('items', items), part('albums', albums), part('answers', answers)];
  return `{\n  "version": ${version},\n${parts.join(',\n')}\n}\n`;
}
