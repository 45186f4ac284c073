import { canonicalJson } from '../domain/canonical.ts';
import type { Shelf } from './paths.ts';

type Part = { readonly [key: string]: unknown };

/** Whether an entry of the audit lost its body and kept its place in the chain. */
export function isNewTombstone(before: string, after: string | undefined): boolean {
  if (after === undefined || before === after || !after.includes('"purged"')) return false;
  const [was, is] = [parse(before), parse(after)];
  return 'body' in was && 'purged' in is && !('body' in is) && isSame(left.audit(was), left.audit(is));
}

/** Whether a line is what a purge leaves of the other: an entry without its body, rows without names, fewer intents. */
export const isLessened = (shelf: Shelf, before: string, after: string): boolean =>
  shelf === 'audit' ? isNewTombstone(before, after) : isSame(left[shelf](parse(before)), left[shelf](parse(after)));

/** Whether a run only leaves fewer lines than before: of what a purge takes, not all leaves a tombstone. */
export const isRecounted = (before: string, after: string): boolean =>
  isSame(uncounted(parse(before)), uncounted(parse(after)));

const uncounted = ({ lines: _, ...rest }: Part): Part => rest;

/** What a purge keeps of a line. */
const left: { readonly [shelf in Shelf]: (line: Part) => Part } = {
  audit: ({ digest, previous }) => ({ digest, previous }),
  history: ({ entered, left, ...rest }) => ({ ...rest, entered: lengthOf(entered), left: lengthOf(left) }),
  runs: ({ intents: _, lines: _lines, ...rest }) => rest,
};

const lengthOf = (rows: unknown): number => (Array.isArray(rows) ? rows.length : 0);
const isSame = (one: Part, other: Part): boolean => canonicalJson(one) === canonicalJson(other);

function parse(line: string): Part {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'object' && json !== null ? { ...json } : { line };
  } catch {
    return { line };
  }
}
