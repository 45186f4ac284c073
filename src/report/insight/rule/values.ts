import { isDaySpan, spanInWords } from '../../../words/values/days.ts';
import { grouped } from '../../charts/numbers.ts';

/** How many values are told one by one. */
const few = 4;

/** What a word was given, in its normal form: plain JSON, whatever the word. What was left out is not told. */
export function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return listInWords(value);
  if (typeof value === 'object' && value !== null) return objectInWords(value);
  return typeof value === 'number' ? grouped(value) : String(value);
}

const listInWords = (list: readonly unknown[]): string =>
  list.length > few ? grouped(list.length) : list.map(valueInWords).join(', ');

function objectInWords(value: object): string {
  if (isDaySpan(value)) return spanInWords(value);
  if ('from' in value && 'until' in value) return `${valueInWords(value.from)} and ${valueInWords(value.until)}`;
  const told = Object.entries(value).filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0));
  // Of something that comes in kinds, what it holds says enough.
  const rest = told.filter(([key]) => key !== 'kind');
  if (rest.length === 0) return told.map(([, one]) => spaced(String(one))).join();
  return rest.length < told.length
    ? rest.map(([, one]) => valueInWords(one)).join(', ')
    : rest.map(([key, one]) => entryInWords(key, one)).join(', ');
}

/** `per artist 3`; of a long list, `6 uris`. */
const entryInWords = (key: string, one: unknown): string =>
  Array.isArray(one) && one.length > few
    ? `${grouped(one.length)} ${spaced(key)}`
    : `${spaced(key)} ${valueInWords(one)}`;

/** `per artist` for `perArtist` and `per_artist`. */
export const spaced = (key: string): string =>
  key.replaceAll('_', ' ').replaceAll(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`);

/** `3:05` of milliseconds. */
export function lengthInWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${grouped(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
