/** Pixels, to a tenth. */
export const tenth = (value: number): string => String(Math.round(value * 10) / 10 + 0);

/** A picture beside its number, which is what is read aloud. */
export const inline = (width: number, height: number, drawn: readonly string[]): string =>
  `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${drawn.join('')}</svg>`;
