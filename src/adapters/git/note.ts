import { Ajv, type ValidateFunction } from 'ajv';
import { Type } from 'typebox';
import type { Used } from '../../domain/quota.ts';
import { ourSchemas } from '../../domain/schemas.ts';

/** What one process sent that no run records, by account. */
export type Note = {
  readonly simulated: boolean;
  readonly sent: { readonly [account: string]: Used };
};

const schema = Type.Object({
  version: Type.Literal(1),
  simulated: Type.Boolean(),
  sent: Type.Record(
    Type.String(),
    Type.Object({
      times: Type.Record(Type.String(), Type.Array(Type.Integer())),
      closed: Type.Record(Type.String(), Type.String()),
    }),
  ),
});

// Compiled when first used: most runs find none.
let isNote: ValidateFunction<Note> | undefined;

export const noteText = ({ simulated, sent }: Note): string => `${JSON.stringify({ version: 1, simulated, sent })}\n`;

/** Undefined for what we did not write, or not to its end. */
export function decodeNote(text: string): Note | undefined {
  try {
    const json: unknown = JSON.parse(text);
    isNote ??= new Ajv(ourSchemas).compile<Note>(schema);
    return isNote(json) ? json : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
