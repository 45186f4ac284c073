import type { Located } from '../source/located.ts';

/** Maps of settings that do not depend on each other: a rule that writes one keeps the others of the portfolio. */
const merged: readonly string[] = ['guard', 'write', 'dedupe'];

/** What holds for a key: what the rule writes, beside or else what the portfolio's `defaults` do. */
export function writtenFor(key: string, own: Located | undefined, general: Located | undefined): Located | undefined {
  if (own === undefined || general === undefined) return own ?? general;
  if (!merged.includes(key) || !isMap(own.value) || !isMap(general.value)) return own;
  return { ...own, value: { ...general.value, ...own.value }, parts: new Map([...general.parts, ...own.parts]) };
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
