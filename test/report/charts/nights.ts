import type { ChartData, PlaylistNight } from '../../../src/report/charts/chart.ts';

/** The date of a day of 2026, counted from the first of January. */
export const nightOf = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

/** Nights in a row from a day on: a slow wave around a size, with a change each Friday. */
export const nights = (from: number, count: number, size = 106): readonly PlaylistNight[] =>
  Array.from({ length: count }, (_, index) => ({
    night: nightOf(from + index),
    count: Math.round(size + index * 0.07 + 3 * Math.sin(index / 9)),
    entered: index % 7 === 4 ? 3 + ((index * index) % 11) : 0,
    left: index % 7 === 4 ? 2 + ((index * 5) % 7) : 0,
    byHand: index === 40,
    held: index === 60,
  }));

export const playlist = (
  id: string,
  list: readonly PlaylistNight[],
  name = 'Night Drive',
): ChartData & {
  readonly kind: 'playlist';
} => ({ kind: 'playlist', id, name, year: 2026, nights: list });

export const hostileName = `\u202E<script>alert(1)</script>\u0007\u0000 مرحبا 👩‍🚀\ud800 "'&]]> ${'Wide Name '.repeat(20)}`;

/** Every state that a chart knows. */
export const examples: readonly ChartData[] = [
  playlist('200-nights', nights(116, 200)),
  playlist('30-nights', nights(290, 30, 84)),
  playlist('to-the-last-day', nights(300, 65, 1240)),
  playlist('first-night', nights(325, 1, 40)),
  playlist('four-nights', nights(322, 4, 640)),
  playlist(
    'gap',
    nights(116, 120).filter((_, index) => index < 95 || index > 98),
  ),
  playlist(
    'one-by-one',
    nights(0, 60).filter((_, index) => index % 2 === 0),
  ),
  playlist(
    'nothing-changed',
    nights(200, 60).map((one) => ({ ...one, count: 60, entered: 0, left: 0 })),
  ),
  playlist('none', []),
  playlist(
    'filled',
    nights(100, 90).map((one, index) => (index === 30 ? { ...one, entered: 2400, left: 1800 } : one)),
  ),
  playlist('h<"x>', nights(100, 50, 9000), hostileName),
  {
    kind: 'overview',
    id: 'overview',
    year: 2026,
    nights: nights(16, 310, 11_000).map(({ night, count, entered, left }) => ({ night, tracks: count, entered, left })),
  },
];
