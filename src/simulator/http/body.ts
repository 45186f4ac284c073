import type { Call } from './call.ts';
import { badRequest } from './refusal.ts';

export type JsonObject = { readonly [key: string]: unknown };

/** The JSON object in the body; an empty body is an empty object. */
export function bodyOf(call: Call): JsonObject {
  const value = jsonOf(call);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest('Error parsing JSON.');
  return value as JsonObject;
}

/** Whatever JSON is in the body. */
export function jsonOf({ incoming, logged }: Call): unknown {
  const text = incoming.body.toString();
  if (text === '') return {};
  const type = incoming.headers['content-type'] ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') throw badRequest('Unsupported content type');
  const value = parsed(text);
  logged.body = value;
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('Error parsing JSON.');
  }
}

/** A member that has to be of that type when it is there. */
export function optional(body: JsonObject, key: string, type: 'string'): string | undefined;
export function optional(body: JsonObject, key: string, type: 'boolean'): boolean | undefined;
export function optional(body: JsonObject, key: string, type: 'number'): number | undefined;
export function optional(body: JsonObject, key: string, type: 'string' | 'boolean' | 'number'): unknown {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== type || (type === 'number' && !Number.isInteger(value))) throw badRequest(`Invalid ${key}`);
  return value;
}
