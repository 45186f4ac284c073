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
export function isRecounted(before: string, after: string): boolean {
  const [was, is] = [parse(before), parse(after)];
  return (
    isSame(uncounted(was), uncounted(is)) &&
    purgeable.every((name) => (countsIn(is)[name] ?? Number.NaN) <= (countsIn(was)[name] ?? Number.NaN))
  );
}

/** Lines of a run itself are never fewer. */
const purgeable = ['facts', 'history'] as const;

const uncounted = (line: Part): Part => ({ ...line, lines: { ...countsIn(line), facts: 0, history: 0 } });

function countsIn({ lines }: Part): Readonly<Record<string, number>> {
  const counts = typeof lines === 'object' && lines !== null ? Object.entries(lines) : [];
  return Object.fromEntries(counts.filter(([, count]) => typeof count === 'number'));
}

/** What a purge keeps of a line. */
const left: { readonly [shelf in Shelf]: (line: Part) => Part } = {
  audit: ({ digest, previous }) => ({ digest, previous }),
  history: ({ entered, left, ...rest }) => ({ ...rest, entered: lengthOf(entered), left: lengthOf(left) }),
  runs: ({ intents: _, ...rest }) => rest,
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
