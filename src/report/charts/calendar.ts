const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const dayMs = 86_400_000;

/** Days since the first of January of `year`, in UTC; negative before it. */
export const dayOf = (night: string, year: number): number =>
  Math.round((Date.parse(`${night}T00:00:00Z`) - Date.UTC(year, 0, 1)) / dayMs);

/** 365 or 366. */
export const daysIn = (year: number): number => (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / dayMs;

/** The months of a year as they stand on an axis: their short names at the day they begin. */
export const monthsOf = (year: number): readonly { readonly day: number; readonly label: string }[] =>
  months.map((name, month) => ({
    day: (Date.UTC(year, month, 1) - Date.UTC(year, 0, 1)) / dayMs,
    label: name.slice(0, 3),
  }));

/** Days from the first of January to the first Monday, on which the first whole week begins. */
export const firstMonday = (year: number): number => (8 - new Date(Date.UTC(year, 0, 1)).getUTCDay()) % 7;

const at = (day: number, year: number): Date => new Date(Date.UTC(year, 0, 1 + day));

/** `22 Nov`. */
export const dayInWords = (day: number, year: number): string => {
  const date = at(day, year);
  return `${date.getUTCDate()} ${monthName(date).slice(0, 3)}`;
};

/** `November`. */
export const monthInWords = (day: number, year: number): string => monthName(at(day, year));

const monthName = (date: Date): string => months[date.getUTCMonth()] ?? '';
