import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Place } from '../../domain/place.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { mostLevels } from './depth.ts';
import type { Located } from './located.ts';
import type { Source } from './parse-yaml.ts';
import { placeIn } from './place-in.ts';

const mostValues = 100_000;
const mostCharacters = 10_000;

const aliasOfNothing = {
  reason: 'the name behind "*" is no anchor above it',
  instead: 'Put the text in quotation marks if it is text',
};

export type Found = { readonly located: Located; readonly problems: readonly Problem[] };

/** The value of a document with the place of every part; too much of anything is a problem and is left out. */
export function locate(contents: ParsedNode | null, source: Source): Found {
  const walk = new Walk(source);
  const start: Place = { file: source.file, line: 1, column: 1 };
  const located = walk.node(contents, { key: null, above: start, level: 0 });
  return { located, problems: walk.problems };
}

/** Where a node stands: behind which key, inside what, how deep. */
type Standing = { readonly key: Place | null; readonly above: Place; readonly level: number };

class Walk {
  readonly problems: Problem[] = [];
  readonly #source: Source;
  readonly #anchors = new Map<string, ParsedNode>();
  #values = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  node(node: ParsedNode | null, { key, above, level }: Standing): Located {
    const at = node === null ? (key ?? above) : placeIn(this.#source, node.range[0], node.range[1]);
    const nothing: Located = { value: null, at, key, parts: new Map() };
    this.#values += 1;
    // Aliases make many values of few characters: the count ends a bomb, whatever it is built of.
    if (this.#values > mostValues) return this.#tooMuch('values, aliases followed,', `${mostValues}`, nothing);
    if (level > mostLevels) return this.#tooMuch('values inside of values', `${mostLevels} levels`, nothing);
    if (node === null) return nothing;
    if (isAlias(node)) return this.#aliased(node.source, { key, above: at, level: level + 1 }, nothing);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#map(node, { ...nothing, value: {} }, level);
    if (isSeq(node)) return this.#list(node, nothing, level);
    return isScalar(node) ? this.#scalar(node, nothing) : nothing;
  }

  #aliased(anchor: string, standing: Standing, nothing: Located): Located {
    const node = this.#anchors.get(anchor);
    if (node !== undefined) return { ...this.node(node, standing), at: nothing.at, key: nothing.key };
    this.problems.push(problem('rules/not-yaml', aliasOfNothing, nothing.at));
    return nothing;
  }

  #map({ items }: YAMLMap.Parsed, { at, key }: Located, level: number): Located {
    const parts = new Map<string, Located>();
    for (const { key: written, value } of items) {
      const keyAt = placeIn(this.#source, written.range[0], written.range[1]);
      const name = isScalar(written) ? String(written.value ?? '') : '';
      if (parts.has(name)) {
        const facts = { reason: `"${name.slice(0, 100)}" stands here twice`, instead: 'Leave out one of the two' };
        this.problems.push(problem('rules/not-yaml', facts, keyAt));
      } else parts.set(name, this.node(value, { key: keyAt, above: at, level: level + 1 }));
    }
    // Entries are defined, not assigned: a key may be called `__proto__`.
    return { value: Object.fromEntries([...parts].map(([name, part]) => [name, part.value])), at, key, parts };
  }

  #list({ items }: YAMLSeq.Parsed, { at, key }: Located, level: number): Located {
    const located = items.map((item) => this.node(item, { key: null, above: at, level: level + 1 }));
    const parts = new Map(located.map((part, index) => [String(index), part]));
    return { value: located.map(({ value }) => value), at, key, parts };
  }

  #scalar({ value, source }: Scalar.Parsed, nothing: Located): Located {
    if (typeof value === 'number' && source !== undefined) {
      // An id, of 22 characters or for apps of 32, may be made of digits alone, or look like 1e5: nobody means a number.
      const isId = source.length === 22 || source.length === 32;
      return isId ? { ...nothing, value: source } : { ...nothing, value, written: source };
    }
    if (typeof value !== 'string' || value.length <= mostCharacters) return { ...nothing, value };
    return this.#tooMuch('a text', `${mostCharacters} characters`, nothing);
  }

  #tooMuch(what: string, most: string, nothing: Located): Located {
    const isSaid = this.problems.some((one) => one.code === 'rules/too-large' && one.facts.what === what);
    if (!isSaid) this.problems.push(problem('rules/too-large', { what, most }, nothing.at));
    return nothing;
  }
}
