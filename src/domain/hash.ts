import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import type { RowKey } from './playlist.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The first 128 bits of the SHA-256 of an ordered list of rows, in hexadecimal: what a plan compares before it writes. It
 * stands three times in the ledger for each change, where random digits are most of what git cannot pack.
 */
export const hashKeys = (keys: readonly RowKey[]): string => sha256(keys.join('\n')).slice(0, 32);

/** The SHA-256 of a value's canonical JSON, in hexadecimal. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value));
