import { below, type Placed, placed } from './document.ts';

/** What the document says of one method at one address. */
export type Operation = Placed & { readonly deprecated: boolean };

/** The operation that a request means; undefined when the document has none. Words win over what stands in braces. */
export function operationOf(method: string, path: string): Operation | undefined {
  const segments = path.split('/');
  const candidates = paths().filter(
    ([pattern, { node }]) => matches(pattern.split('/'), segments) && Object.hasOwn(node, method.toLowerCase()),
  );
  const [best] = candidates.sort(([one], [other]) => bracesIn(one) - bracesIn(other));
  const found = best === undefined ? undefined : placed(`${best[1].at}/${method.toLowerCase()}`);
  return found === undefined ? undefined : { ...found, deprecated: found.node['deprecated'] === true };
}

const paths = () => below(placed('/paths') ?? { node: {}, at: '' });

const matches = (pattern: readonly string[], segments: readonly string[]): boolean =>
  pattern.length === segments.length && pattern.every((word, at) => word.startsWith('{') || word === segments[at]);

const bracesIn = (pattern: string): number => pattern.split('{').length;

/** The parameters of the query, by name, with the schema of each. */
export function queryOf({ node, at }: Operation): ReadonlyMap<string, { needed: boolean; schema: Placed }> {
  const { parameters = [] } = node as { parameters?: readonly unknown[] };
  const all = parameters.flatMap((_, index) => placed(`${at}/parameters/${index}`) ?? []);
  return new Map(
    all.flatMap(({ node: { in: where, name, required }, at: place }) => {
      const schema = placed(`${place}/schema`);
      if (where !== 'query' || schema === undefined) return [];
      return [[String(name), { needed: required === true, schema }] as const];
    }),
  );
}

/** The schema of what is sent; undefined when nothing is to be sent as that type. */
export const bodyOf = ({ at }: Operation, contentType: string): Placed | undefined =>
  placed(`${at}/requestBody/content/${contentType.replace('/', '~1')}/schema`);

/** What may come back with a status: a schema, or nothing; undefined when the document does not know the status. */
export function answerOf({ at }: Operation, status: number): { readonly schema: Placed | undefined } | undefined {
  const answer = placed(`${at}/responses/${status}`);
  return answer && { schema: placed(`${answer.at}/content/application~1json/schema`) };
}
