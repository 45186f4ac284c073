import { Ajv, type ValidateFunction } from 'ajv';
import type { Static, TSchema } from 'typebox';
import { ourSchemas } from '../../../domain/schemas.ts';
import { Failure } from '../../../problem/failure.ts';
import { problem } from '../../../problem/problem.ts';

const ajv = new Ajv({ ...ourSchemas, strict: false });

/** Reads an answer of one shape; what the shape does not name is ignored, whatever Spotify adds. */
export function decoder<S extends TSchema>(schema: S): (text: string, request: string) => Static<S> {
  // Compiled when first used: a command needs few of them.
  let compiled: ValidateFunction<Static<S>> | undefined;
  return (text, request) => {
    const json = parse(text, request);
    compiled ??= ajv.compile<Static<S>>(schema);
    const isShape = compiled;
    if (isShape(json)) return json;
    const [error] = isShape.errors ?? [];
    throw badAnswer(request, `${error?.instancePath || 'the answer'} ${error?.message ?? 'has another shape'}`);
  };
}

export const badAnswer = (request: string, reason: string, options?: ErrorOptions): Failure =>
  new Failure([problem('spotify/bad-answer', { request, reason })], options);

function parse(text: string, request: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badAnswer(request, text === '' ? 'it is empty' : 'it is not JSON', { cause });
  }
}
