import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import type { RowKey } from './playlist.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The SHA-256 of an ordered list of rows, in hexadecimal: what a plan compares before it writes. */
export const hashKeys = (keys: readonly RowKey[]): string => sha256(keys.join('\n'));

/** The SHA-256 of a value's canonical JSON, in hexadecimal. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value));
