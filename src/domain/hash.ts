import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import type { SnapshotId } from './ids.ts';
import type { RowKey } from './playlist.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What stands for a snapshot id of Spotify: its first 72 bits of SHA-256. An id is only ever compared with another, and a
 * ledger holds one of every playlist.
 */
export const snapshotOf = (id: string): SnapshotId =>
  createHash('sha256').update(id).digest('base64url').slice(0, 12) as SnapshotId;

/**
 * The first 128 bits of the SHA-256 of an ordered list of rows, in hexadecimal: what a plan compares before it writes. It
 * stands three times in the ledger for each change, where random digits are most of what git cannot pack.
 */
export const hashKeys = (keys: readonly RowKey[]): string => sha256(keys.join('\n')).slice(0, 32);

/**
 * The same as `hashOf` of this record, whose keys are words and not numbers. Told member by member: as one text it can be
 * as large as the ledger.
 */
export function hashOfMembers(record: Readonly<Record<string, unknown>>): string {
  const hash = createHash('sha256').update('{');
  let before = '';
  for (const key of Object.keys(record).sort()) {
    hash.update(`${before}${JSON.stringify(key)}:${canonicalJson(record[key])}`);
    before = ',';
  }
  return hash.update('}').digest('hex');
}

/** The SHA-256 of a value's canonical JSON, in hexadecimal. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value));
