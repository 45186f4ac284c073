import { badRequest } from './refusal.ts';

/** A whole number between two bounds, or 400 "Invalid limit" and its like. */
export function wholeNumber(
  query: URLSearchParams,
  key: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const text = query.get(key);
  if (text === null) return fallback;
  const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw badRequest(`Invalid ${key}`);
  return value;
}

export const limitIn = (query: URLSearchParams, fallback: number, most: number): number =>
  wholeNumber(query, 'limit', fallback, 1, most);
export const offsetIn = (query: URLSearchParams, most = 100_000): number => wholeNumber(query, 'offset', 0, 0, most);
