import { isNode, type Node } from './document.ts';

/**
 * How a schema is read. `request`: as it stands. `development` and `extended`: of an answer, where everything that the
 * document does not call deprecated has to be there; what it calls deprecated must not be in the development dialect.
 */
export type Reading = 'request' | 'development' | 'extended';

/** The schemas of OpenAPI 3.0 as JSON Schema. `placeOf` says where in the document a converted schema stood. */
export function converter(reading: Reading) {
  const places = new WeakMap<object, string>();

  function put(schema: object, at: string): object {
    places.set(schema, at);
    return schema;
  }

  function converted(schema: Node, at: string): object {
    const { $ref: reference, nullable, properties, items, allOf, oneOf, required } = schema;
    if (typeof reference === 'string') return { $ref: `spec${reference}` };
    const { type, enum: values, minimum, maximum, format } = schema;
    return put(
      {
        ...(type === undefined ? {} : { type: nullable === true ? [type, 'null'] : type }),
        ...(Array.isArray(values) ? { enum: nullable === true ? [...(values as unknown[]), null] : values } : {}),
        ...Object.fromEntries(Object.entries({ minimum, maximum, format }).filter(([, value]) => value !== undefined)),
        ...(isNode(properties) ? { properties: propertiesOf(properties, at) } : {}),
        ...(isNode(items) ? { items: member(items, `${at}/items`) } : {}),
        ...(Array.isArray(allOf)
          ? { allOf: allOf.map((part: Node, index) => converted(part, `${at}/allOf/${index}`)) }
          : {}),
        ...(Array.isArray(oneOf) ? { allOf: byType(oneOf as Node[]) } : {}),
        required: requiredOf(properties, required),
      },
      at,
    );
  }

  const propertiesOf = (properties: Node, at: string): Node =>
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, member(schema as Node, `${at}/properties/${name}`)]),
    );

  function requiredOf(properties: unknown, required: unknown): readonly string[] {
    const named = Array.isArray(required) ? (required as string[]) : [];
    if (reading === 'request' || !isNode(properties)) return named;
    const alive = Object.entries(properties).filter(([, schema]) => isNode(schema) && schema['deprecated'] !== true);
    return [...new Set([...named, ...alive.map(([name]) => name)])];
  }

  /** Looked into only when something is there, so that a null is told once and where it stands. */
  function member(schema: Node, at: string): object {
    if (reading === 'development' && schema['deprecated'] === true) return put({ not: {} }, at);
    const refers = '$ref' in schema || 'allOf' in schema || 'oneOf' in schema;
    if (!refers) return converted(schema, at);
    const { nullable, ...rest } = schema;
    const type = nullable === true ? ['object', 'null'] : 'object';
    return put({ type, if: { not: { type: 'object' } }, else: converted(rest, at) }, at);
  }

  return { converted, placeOf: (schema: object): string | undefined => places.get(schema) };
}

/** The one that its `type` names: the document tells tracks and episodes apart by nothing else. */
const byType = (choices: readonly Node[]): readonly object[] =>
  choices.map(({ $ref: reference }) => {
    const name = String(reference)
      .replace(/^.*\/(\w+)Object$/, '$1')
      .toLowerCase();
    return { if: { not: { properties: { type: { const: name } } } }, else: { $ref: `spec${reference}` } };
  });
