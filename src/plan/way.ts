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

export type Between = {
  readonly before: readonly RowKey[];
  readonly after: readonly RowKey[];
  readonly setting: WriteSetting;
  /** Whether no request can add a row again once it is out. */
  readonly isIrreplaceable: (key: RowKey) => boolean;
  /** The most requests of a whole run. */
  readonly mostRequests: number;
};

/**
 * How a list becomes another: with all dates while that fits the cap, else as the rule says beyond it. A list with rows
 * that could not be added again is never rebuilt: it is brought there beyond the cap, or loosely where a run could not end that.
 */
export function wayBetween({ before, after, setting, isIrreplaceable, mostRequests }: Between): Way {
  const keep = writesFor(before, after);
  const by = (way: Way['way'], writes: readonly ItemWrite[]): Way => {
    const lost = datesLost(before, writes);
    return { way, writes, datesLost: lost, capForDates: way === 'rebuild' && lost > 0 ? keep.length : null };
  };
  if (keep.length <= setting.maxRequests || before.length === 0) return by('keep', keep);
  const cannotRebuild = before.some(isIrreplaceable);
  if (setting.beyond === 'loose' || (cannotRebuild && keep.length > mostRequests / 2))
    return by('loose', loose(before, after, setting.maxRequests));
  const anew = cannotRebuild ? keep : rebuild(after);
  return anew.length < keep.length ? by('rebuild', anew) : by('keep', keep);
}
