import { sizeBounds } from './bounds.ts';
import { dayInWords, monthInWords } from './calendar.ts';
import type { ChartData, Heading } from './chart.ts';
import { many } from './numbers.ts';
import { type Reading, readingsOf } from './readings.ts';
import { lineFrom } from './spec/trend.ts';
import { clean } from './svg/clean.ts';

/** `title` is both in one: `Night Drive: grew by 14 tracks since September`. */
export type NamedHeading = Heading & { readonly name: string; readonly finding: string };

const quietNights = 28;

/** The heading of a chart as a page prints it: the finding alone, since the page already says whose it is. */
export function headingOf(data: ChartData): Heading {
  if (data.heading !== undefined) return data.heading;
  const readings = readingsOf(data);
  return { title: findingOf(readings, data.year) ?? nameOf(data), subtitle: measured(data, readings) };
}

/** The same where the chart stands alone: the playlist's name and the finding. */
export function headingWithName(data: ChartData): NamedHeading {
  const heading = headingOf(data);
  const name = nameOf(data);
  const finding = heading.title === name || data.heading !== undefined ? '' : lowered(heading.title);
  const title = finding === '' ? heading.title : `${name}: ${finding}`;
  return { ...heading, title, name: finding === '' ? heading.title : name, finding };
}

/** `All playlists`, or the playlist's name as far as it can be printed. */
export const nameOf = (data: ChartData): string =>
  data.kind === 'overview' ? 'All playlists' : clean(data.name) || 'Playlist without a name';

/** What the nights say, and never why. Undefined: nothing that is worth a sentence. */
function findingOf(readings: readonly Reading[], year: number): string | undefined {
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (readings.length === 1) return `First night, ${many(last.size, 'track')}`;
  if (readings.length < lineFrom) return `${readings.length} nights so far, ${many(last.size, 'track')}`;
  const moved = readings.findLast(({ entered, left }, index) => index > 0 && entered + left > 0);
  const since = moved ?? first;
  const resized = readings.some(({ day, size }) => day > since.day && size !== since.size);
  if (!resized && (moved === undefined || last.day - moved.day >= quietNights)) {
    return `Nothing changed since ${dayInWords(since.day, year)}`;
  }
  const more = last.size - first.size;
  if (more > 0) return `Grew by ${many(more, 'track')} since ${sinceWhen(first, last, year)}`;
  if (more < 0) return `Shrank by ${many(-more, 'track')} since ${sinceWhen(first, last, year)}`;
  return `As long as ${inWhen(first, last, year)}, ${many(last.size, 'track')}`;
}

const sameMonth = (first: Reading, last: Reading, year: number): boolean =>
  monthInWords(first.day, year) === monthInWords(last.day, year);

const sinceWhen = (first: Reading, last: Reading, year: number): string =>
  sameMonth(first, last, year) ? dayInWords(first.day, year) : monthInWords(first.day, year);

const inWhen = (first: Reading, last: Reading, year: number): string =>
  sameMonth(first, last, year) ? `on ${dayInWords(first.day, year)}` : `in ${monthInWords(first.day, year)}`;

/** The measure, the nights it covers, and what is below. */
function measured(data: ChartData, readings: readonly Reading[]): string {
  const what = data.kind === 'overview' ? 'Tracks in all playlists' : 'Tracks';
  if (readings.length === 0) return `Nothing was read in ${data.year}.`;
  const when = nightsInWords(readings, data.year);
  if (readings.length < lineFrom) return `${what}, ${when}. A line starts after ${lineFrom} nights.`;
  const { low } = sizeBounds(readings.map(({ size }) => size));
  const axis = low === 0 ? '' : ' Axis does not start at zero.';
  return `${what} per night, ${when}.${axis} Below: in and out per week.`;
}

/** `27 Apr to 22 Nov 2026`. */
export function nightsInWords(readings: readonly Reading[], year: number): string {
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined) return String(year);
  const end = `${dayInWords(last.day, year)} ${year}`;
  return first.day === last.day ? end : `${dayInWords(first.day, year)} to ${end}`;
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
