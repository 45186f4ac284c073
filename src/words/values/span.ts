/** A length of time as people write it. Months and days stay apart from milliseconds: their length depends on the date and the zone. */
export type Span = { readonly months: number; readonly days: number; readonly ms: number };

const units: { readonly [unit: string]: (count: number) => Partial<Span> } = {
  s: (count) => ({ ms: count * 1000 }),
  m: (count) => ({ ms: count * 60_000 }),
  h: (count) => ({ ms: count * 3_600_000 }),
  d: (count) => ({ days: count }),
  w: (count) => ({ days: count * 7 }),
  mo: (count) => ({ months: count }),
  y: (count) => ({ months: count * 12 }),
};

/** One of `28d`, `4w`, `6mo`, `2y`, `90m`, `2h`, `2s`; undefined when the text is none of them. */
export function parseSpan(text: string): Span | undefined {
  const [, count, unit = ''] = /^(\d{1,6})(s|m|h|d|w|mo|y)$/.exec(text) ?? [];
  const span = units[unit]?.(Number(count));
  return span && { months: 0, days: 0, ms: 0, ...span };
}
