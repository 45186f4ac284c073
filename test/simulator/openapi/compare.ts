import { type Comparing, comparing, type Deviation, keysOf } from './deviation.ts';
import { placed } from './document.ts';
import { type Exchange, nameOf } from './exchange.ts';
import { answerOf, bodyOf, type Operation, operationOf, queryOf } from './operation.ts';

export type Dialect = 'development' | 'extended';

/** What about one exchange the document does not say. */
export type Compare = (exchange: Exchange) => readonly Deviation[];

/** Answer and request, when it was not refused. */
export function comparer(dialect: Dialect): Compare {
  const request = comparing('request');
  const answers = answerComparer(dialect);
  return (exchange) => {
    const operation = operationOf(exchange.method, exchange.path);
    if (operation === undefined || exchange.status >= 400) return answers(exchange);
    return [
      ...queryDeviations(operation, exchange, request),
      ...bodyDeviations(operation, exchange, request),
      ...answers(exchange),
    ];
  };
}

/** The answer alone. */
export function answerComparer(dialect: Dialect): Compare {
  const refusal = comparing('request');
  const answer = comparing(dialect);
  return (exchange) => {
    if (exchange.status >= 400) return refusalDeviations(exchange, refusal);
    const operation = operationOf(exchange.method, exchange.path);
    if (operation === undefined) return [{ at: '/paths', says: `knows no ${nameOf(exchange)}` }];
    return [
      ...(dialect === 'development' && operation.deprecated ? [{ at: operation.at, says: 'is deprecated' }] : []),
      ...answerDeviations(operation, exchange, answer),
    ];
  };
}

function queryDeviations(operation: Operation, { query }: Exchange, compare: Comparing): readonly Deviation[] {
  const known = queryOf(operation);
  const missing = [...known].filter(([name, { needed }]) => needed && !query.has(name));
  return [
    ...missing.map(([name]) => ({ at: operation.at, says: `lacks ${name}` })),
    ...[...query].flatMap(([name, text]) => {
      const parameter = known.get(name);
      if (parameter === undefined) return [{ at: operation.at, says: `knows no ${name}` }];
      return compare(readAs(parameter.schema.node['type'], text), parameter.schema);
    }),
  ];
}

function readAs(type: unknown, text: string): unknown {
  if (type === 'array') return text.split(',');
  return type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
}

function bodyDeviations(
  operation: Operation,
  { sent, contentType }: Exchange,
  compare: Comparing,
): readonly Deviation[] {
  if (sent === '') return [];
  const schema = bodyOf(operation, contentType);
  if (schema === undefined) return [{ at: operation.at, says: `takes no ${contentType}` }];
  const value: unknown = contentType === 'application/json' ? JSON.parse(sent) : sent;
  const known = keysOf(schema.node['properties']);
  const unknown = Array.isArray(value) ? [] : keysOf(value).filter((key) => !known.includes(key));
  return [...unknown.map((key) => ({ at: schema.at, says: `knows no ${key}` })), ...compare(value, schema)];
}

function answerDeviations(operation: Operation, exchange: Exchange, compare: Comparing): readonly Deviation[] {
  const { status, answered, query } = exchange;
  const known = answerOf(operation, status);
  if (known === undefined) return [{ at: operation.at, says: `knows no ${status}` }];
  if (known.schema === undefined) return answered === '' ? [] : [{ at: operation.at, says: 'answers something' }];
  const all = compare(JSON.parse(answered), known.schema);
  // With `fields` there is what was asked for, and the rest is left out.
  return query.has('fields') ? all.filter(({ says }) => !says.startsWith('lacks ')) : all;
}

/** What is no JSON is a plain text, as Spotify sends at times. */
function refusalDeviations({ answered }: Exchange, compare: Comparing): readonly Deviation[] {
  const schema = placed('/components/responses/Forbidden/content/application~1json/schema');
  return schema === undefined || !answered.startsWith('{') ? [] : compare(JSON.parse(answered), schema);
}
