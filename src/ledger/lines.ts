import { Ajv, type ValidateFunction } from 'ajv';
import type { Static, TSchema } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import { ourSchemas } from '../domain/schemas.ts';
import type { Checked } from '../problem/checked.ts';
import { type Problem, problem } from '../problem/problem.ts';

const ajv = new Ajv({ ...ourSchemas, strict: false });

/** Reads records that stand one a line. Every line that is wrong is said, with its number. */
export function lineParser<S extends TSchema>(
  schema: S,
): (text: string, path: string) => Checked<readonly Static<S>[]> {
  const read = lineReader(schema);
  return (text, path) => {
    const found: Static<S>[] = [];
    const done = read(text, path, (record) => found.push(record));
    return done.ok ? { ok: true, value: found } : done;
  };
}

/** The same for those that need not stand together: each is handed out as it is read. */
export function lineReader<S extends TSchema>(
  schema: S,
): (text: string, path: string, take: (record: Static<S>) => void) => Checked<null> {
  let compiled: ValidateFunction<Static<S>> | undefined;
  return (text, path, take) => {
    compiled ??= ajv.compile<Static<S>>(schema);
    const problems: Problem[] = [];
    const lines = text.split('\n');
    const rest = lines.pop() ?? '';
    const broken = (line: number, reason: string) =>
      problems.push(problem('ledger/broken', { path, reason: `line ${line} ${reason}` }));
    let isMarked = false;
    for (const [index, line] of lines.entries()) {
      const json = parse(line);
      const isMarker = json === undefined && markers.test(line);
      // A merge leaves three: the first tells of them all.
      if (isMarker && isMarked) continue;
      isMarked ||= isMarker;
      if (json === undefined) broken(index + 1, isMarker ? 'holds merge markers' : 'is not JSON');
      else if (compiled(json)) take(json);
      else broken(index + 1, wrong(compiled));
    }
    if (rest !== '') broken(lines.length + 1, 'is cut off');
    const [first, ...others] = problems;
    return first === undefined ? { ok: true, value: null } : { ok: false, problems: [first, ...others] };
  };
}

/** One record a line, keys sorted, a newline after each. */
export const renderLines = (records: readonly unknown[]): string => [...linesOf(records)].join('');

/** The same line by line. */
export function* linesOf(records: readonly unknown[]): Iterable<string> {
  for (const record of records) yield `${canonicalJson(record)}\n`;
}

const markers = /^(?:<{7}|={7}|>{7})/;

const wrong = ({ errors }: ValidateFunction): string => {
  const [error] = errors ?? [];
  return `${error?.instancePath || 'as a whole'} ${error?.message ?? 'has the wrong shape'}`;
};

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
