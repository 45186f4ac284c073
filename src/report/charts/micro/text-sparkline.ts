const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** As wide as a letter and kept by Markdown, which runs plain spaces together. */
const gap = '\u2002';

/** A sign for each value between the least and the most of them; a gap where a night is missing. */
export function textSparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const least = known.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const most = known.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const signOf = (value: number): string =>
    (most === least ? levels[3] : levels[Math.round(((value - least) / (most - least)) * (levels.length - 1))]) ?? gap;
  return values.map((value) => (value === null ? gap : signOf(value))).join('');
}
