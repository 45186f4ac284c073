import type { PlaylistNight } from '../charts/chart.ts';
import { nightsFrom } from './words.ts';

/** One place for each of the last nights up to the newest, oldest first; null where the playlist was not read. */
export function lastNights(
  nights: readonly PlaylistNight[],
  newest: string,
  most: number,
): readonly (PlaylistNight | null)[] {
  const places = new Map(nights.map((one) => [nightsFrom(one.night, newest), one] as const));
  const known = [...places.keys()].filter((ago) => ago >= 0 && ago < most);
  // A playlist that is young begins with its first night.
  const length = known.reduce((longest, ago) => Math.max(longest, ago + 1), 0);
  return Array.from({ length }, (_, index) => places.get(length - 1 - index) ?? null);
}
