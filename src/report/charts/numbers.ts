/** `184,210`. */
export const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

/** `1,200` or, on an axis that goes to ten thousand or beyond, `184k`: for axes, where the numbers are round. */
export const short = (count: number, highest: number): string =>
  highest < 10_000 || count === 0 ? grouped(count) : `${count / 1000}k`;

/** `14 tracks`, `1 track`. */
export const many = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
