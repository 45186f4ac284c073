import { dayInWords } from './calendar.ts';
import type { ChartData } from './chart.ts';
import { nameOf, nightsInWords } from './heading.ts';
import { grouped, many } from './numbers.ts';
import { gapsOf, type Reading, readingsOf } from './readings.ts';

const longestName = 80;

/** The chart in words, for those who do not see it: the same text is `desc` in the picture and `alt` in Markdown. */
export function describeChart(data: ChartData): string {
  const readings = readingsOf(data);
  const name = [...nameOf(data)];
  const whose =
    data.kind === 'overview'
      ? 'all playlists'
      : `"${name.length > longestName ? `${name.slice(0, longestName).join('')}…` : name.join('')}"`;
  const subject = `Tracks in ${whose}, ${nightsInWords(readings, data.year)}`;
  const last = readings.at(-1);
  if (last === undefined) return `${subject}: no reading.`;
  if (readings.length === 1) return `${subject}: ${grouped(last.size)}. The first night.`;
  return [
    `${subject}: ${course(readings, data.year)}.`,
    `${grouped(sum(readings, 'entered'))} came in, ${grouped(sum(readings, 'left'))} went out.`,
    ...nights(
      'Edited by hand',
      readings.filter(({ byHand }) => byHand),
      data.year,
    ),
    ...nights(
      'Change held back',
      readings.filter(({ held }) => held),
      data.year,
    ),
    ...missing(readings, data.year),
  ].join(' ');
}

function course(readings: readonly Reading[], year: number): string {
  const [first, last] = [readings[0]?.size ?? 0, readings.at(-1)?.size ?? 0];
  const least = readings.reduce((one, other) => (other.size < one.size ? other : one));
  const most = readings.reduce((one, other) => (other.size > one.size ? other : one));
  if (least.size === most.size) return `${grouped(last)} every night`;
  return [
    first === last ? `${grouped(first)} at both ends` : `from ${grouped(first)} to ${grouped(last)}`,
    ...(least.size < Math.min(first, last) ? [`lowest ${grouped(least.size)} on ${dayInWords(least.day, year)}`] : []),
    ...(most.size > Math.max(first, last) ? [`highest ${grouped(most.size)} on ${dayInWords(most.day, year)}`] : []),
  ].join(', ');
}

/** Since the first of them, so that it adds up with what the first and the last held. */
const sum = (readings: readonly Reading[], what: 'entered' | 'left'): number =>
  readings.slice(1).reduce((total, reading) => total + reading[what], 0);

const nights = (what: string, readings: readonly Reading[], year: number): readonly string[] => {
  const [first] = readings;
  if (first === undefined) return [];
  return [`${what} on ${readings.length === 1 ? dayInWords(first.day, year) : many(readings.length, 'night')}.`];
};

function missing(readings: readonly Reading[], year: number): readonly string[] {
  const gaps = gapsOf(readings);
  const [first] = gaps;
  if (first === undefined) return [];
  const total = gaps.reduce((all, { nights }) => all + nights, 0);
  const when = `${dayInWords(first.before.day + 1, year)}${first.nights === 1 ? '' : ` to ${dayInWords(first.after.day - 1, year)}`}`;
  return [`No reading on ${many(total, 'night')}${gaps.length === 1 ? ` (${when})` : ''}.`];
}
