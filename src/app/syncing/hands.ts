import type { RowKey } from '../../domain/playlist.ts';
import type { Hands } from '../../domain/portfolio.ts';
import type { HandEdits } from '../../domain/settings.ts';
import type { Difference } from './difference.ts';

type Nights = Hands['kept'] & object;

/**
 * What becomes of edits by hand, old ones included when the rule says otherwise than before. `ask`: they wait for a
 * person. `keep`: rows added stay, rows taken out become tombstones. `revert`: the rule wins.
 */
export function handsAfter(
  known: Hands | undefined,
  policy: HandEdits,
  { entered, left, moved }: Difference,
  night: string,
): Hands {
  const added = entered.map(({ key }) => key);
  const removed = left.map(({ key }) => key);
  if (policy === 'revert') return {};
  if (policy === 'keep') {
    const { held } = known ?? {};
    return kept(kept(known ?? {}, held?.added ?? [], held?.removed ?? [], held?.since ?? night), added, removed, night);
  }
  if (added.length + removed.length + moved.length === 0) return known ?? {};
  const before = known?.held ?? { since: night, added: [], removed: [], moved: false };
  return {
    ...known,
    held: {
      since: before.since,
      added: [...without(before.added, removed), ...without(added, before.removed)],
      removed: [...without(before.removed, added), ...without(removed, before.added)],
      moved: before.moved || moved.length > 0,
    },
  };
}

/** What is added and taken out again is as if nothing had happened; so is the other way round. */
function kept(
  { kept: stays = {}, removed: gone = {} }: Hands,
  added: readonly RowKey[],
  removed: readonly RowKey[],
  night: string,
): Hands {
  const only = (nights: Nights, others: readonly RowKey[]): Nights =>
    Object.fromEntries(Object.entries(nights).filter(([key]) => !others.includes(key as RowKey))) as Nights;
  const noted = (keys: readonly RowKey[]): Nights => Object.fromEntries(keys.map((key) => [key, night]));
  return {
    kept: { ...only(stays, removed), ...noted(added) },
    removed: { ...only(gone, added), ...noted(removed) },
  };
}

const without = (keys: readonly RowKey[], others: readonly RowKey[]): readonly RowKey[] => {
  const rest = [...others];
  return keys.filter((key) => {
    const at = rest.indexOf(key);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
};

/** Whether the rule still wants otherwise than a person who edited by hand; what they agree on needs nobody. */
export function isOpen({ held }: Hands, standing: readonly RowKey[], desired: readonly RowKey[]): boolean {
  if (held === undefined) return false;
  const [there, wanted] = [new Set(standing), new Set(desired)];
  return (
    held.added.some((key) => there.has(key) && !wanted.has(key)) ||
    held.removed.some((key) => !there.has(key) && wanted.has(key)) ||
    (held.moved && !isSameOrder(standing, desired))
  );
}

/** Whether the rows that both have stand in the same order. */
function isSameOrder(one: readonly RowKey[], other: readonly RowKey[]): boolean {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  const [left, right] = [one.filter((key) => inOther.has(key)), other.filter((key) => inOne.has(key))];
  return left.every((key, index) => key === right[index]);
}
