import { Ajv, type ValidateFunction } from 'ajv';
import type { Static, TSchema } from 'typebox';
import { ourSchemas } from '../domain/schemas.ts';
import type { Checked } from '../problem/checked.ts';
import { problem } from '../problem/problem.ts';

const ajv = new Ajv({ ...ourSchemas, strict: false });

/** What is said of a record of the ledger, and of a file that a person hands to a command. */
const codes = {
  record: { broken: 'ledger/broken', otherVersion: 'ledger/other-version' },
  given: { broken: 'plan/bad-file', otherVersion: 'plan/other-version' },
} as const;

/** Reads one kind of record of ours: JSON of the right version and shape, or the one reason why not. */
export function recordParser<S extends TSchema>(
  schema: S,
  kind: keyof typeof codes = 'record',
): (text: string, path: string) => Checked<Static<S>> {
  // Compiled when first used: a command reads few kinds of records.
  let compiled: ValidateFunction<Static<S>> | undefined;
  const code = codes[kind];
  const broken = (path: string, reason: string): Checked<never> => ({
    ok: false,
    problems: [problem(code.broken, { path, reason })],
  });
  return (text, path) => {
    const json = parseJson(text);
    if (json instanceof SyntaxError)
      return broken(path, mergeMarkers.test(text) ? 'it holds merge markers' : reasonOf(json));
    const version = versionOf(json);
    if (version !== 1 && version !== undefined)
      return { ok: false, problems: [problem(code.otherVersion, { path, found: String(version) })] };
    compiled ??= ajv.compile<Static<S>>(schema);
    const isRecord = compiled;
    if (isRecord(json)) return { ok: true, value: json };
    const [error] = isRecord.errors ?? [];
    return broken(path, `${error?.instancePath || 'it'} ${error?.message ?? 'has the wrong shape'}`);
  };
}

const mergeMarkers = /^(?:<{7}|={7}|>{7})/m;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError('it is not JSON');
  }
}

/** Some messages quote the file, which holds what strangers wrote. */
const reasonOf = ({ message }: SyntaxError): string =>
  message.endsWith(' is not valid JSON') ? 'it is not JSON' : message;

const versionOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
