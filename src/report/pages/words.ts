import { dayInWords, dayOf } from '../charts/calendar.ts';
import { grouped } from '../charts/numbers.ts';

const yearOf = (night: string): number => Number(night.slice(0, 4));

/** `22 Nov`. */
export const shortNight = (night: string): string => dayInWords(dayOf(night, yearOf(night)), yearOf(night));

/** `22 Nov 2026`. */
export const longNight = (night: string): string => `${shortNight(night)} ${yearOf(night)}`;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
/** The first of January 2001 was a Monday. */
const weekdayOf = (night: string): string => weekdays[((dayOf(night, 2001) % 7) + 7) % 7] ?? '';

/** `Sun 22 Nov`. */
export const dayOfWeek = (night: string): string => `${weekdayOf(night)} ${shortNight(night)}`;

/** How many nights lie from one to the other. */
export const nightsFrom = (before: string, after: string): number => dayOf(after, 2001) - dayOf(before, 2001);

/** `last night`, `63 nights ago`, seen from the newest night that there is. */
export function ago(night: string, newest: string): string {
  const nights = nightsFrom(night, newest);
  if (nights <= 0) return 'last night';
  return nights === 1 ? '1 night ago' : `${grouped(nights)} nights ago`;
}

/** Said at the top of every page whose playlists, tracks and people are made up. */
export const simulatedNote = ' · simulated, nothing was sent to Spotify';

const narrow = '\u202F';
const minus = '\u2212';

/** `+14`, `−3`, `±0`. */
export const signed = (count: number): string =>
  count === 0 ? '±0' : `${count < 0 ? minus : '+'}${grouped(Math.abs(count))}`;

/** `+2.2 %`; under a twentieth of a percent it is `±0.0 %`. */
export function percent(share: number): string {
  const tenths = Math.round(Math.abs(share) * 1000);
  const sign = tenths === 0 ? '±' : share < 0 ? minus : '+';
  return `${sign}${grouped(Math.floor(tenths / 10))}.${tenths % 10}${narrow}%`;
}
