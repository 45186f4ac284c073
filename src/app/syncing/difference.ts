import type { RowKey } from '../../domain/playlist.ts';
import type { Noted } from '../../domain/records/audit.ts';
import type { Why } from '../../domain/why.ts';
import { changesBetween } from '../../plan/changes.ts';

/** What came, went and was moved between two states of a list. */
export type Difference = {
  readonly entered: readonly Noted[];
  readonly left: readonly Noted[];
  readonly moved: readonly Noted[];
};

export const noDifference: Difference = { entered: [], left: [], moved: [] };

export function differenceBetween(
  before: readonly RowKey[],
  after: readonly RowKey[],
  whysOf: (key: RowKey) => readonly Why[] = () => [],
): Difference {
  const changes = changesBetween(before, after, { whysOf, labelOf: () => null });
  const noted = (kind: (typeof changes)[number]['kind']): readonly Noted[] =>
    changes.flatMap((one) => (one.kind === kind ? { key: told(one.key), why: one.why } : []));
  return { entered: noted('add'), left: noted('remove'), moved: noted('move') };
}

export const isNone = ({ entered, left, moved }: Difference): boolean =>
  entered.length + left.length + moved.length === 0;

/** Rows that Spotify no longer has cannot be told apart: in records they are all called the same. */
const told = (key: RowKey): RowKey => (key.startsWith('gone:') ? ('gone' as RowKey) : key);

/** The whys of a plan's or an intent's rows, by key. */
export function whysIn(...lists: readonly (readonly { readonly key: RowKey; readonly why: readonly Why[] }[])[]) {
  const whys = new Map(lists.flat().map(({ key, why }) => [key, why] as const));
  return (key: RowKey): readonly Why[] => whys.get(key) ?? [];
}
