import type { RowKey } from '../domain/playlist.ts';
import type { WriteSetting } from '../domain/settings.ts';
import type { ItemWrite } from '../domain/write.ts';
import { datesLost } from './requests/dates.ts';
import { loose } from './requests/loose.ts';
import { rebuild } from './requests/rebuild.ts';
import { writesFor } from './requests/writes.ts';

export type Way = {
  readonly way: 'keep' | 'rebuild' | 'loose';
  readonly writes: readonly ItemWrite[];
  readonly datesLost: number;
  /** The cap under which no date would be lost that need not be; null when none is. */
  readonly capForDates: number | null;
};

/** How a list becomes another: with all dates while that fits the cap, else as the rule says beyond it. */
export function wayBetween(
  before: readonly RowKey[],
  after: readonly RowKey[],
  setting: WriteSetting,
  isIrreplaceable: (key: RowKey) => boolean,
): Way {
  const keep = writesFor(before, after);
  const kept = (writes: readonly ItemWrite[], way: Way['way']): Way => {
    const lost = datesLost(before, writes);
    return { way, writes, datesLost: lost, capForDates: way === 'rebuild' && lost > 0 ? keep.length : null };
  };
  if (keep.length <= setting.maxRequests || before.length === 0) return kept(keep, 'keep');
  // What cannot be added again would be gone for good.
  if (setting.beyond === 'loose' || before.some(isIrreplaceable))
    return kept(loose(before, after, setting.maxRequests), 'loose');
  const anew = rebuild(after);
  return anew.length < keep.length ? kept(anew, 'rebuild') : kept(keep, 'keep');
}
