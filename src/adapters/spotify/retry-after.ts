/** A longer wait is no quota's, which are of a day; no date could name the end of some. In milliseconds. */
const mostMs = 30 * 86_400_000;

/** How long the server asked us to wait, a month at most, or undefined if it did not say so in a way we can read. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(header)) return Math.min(Number(header) * 1000, mostMs);
  // A number that is none of these reads as a date too.
  if (!/[a-z]/i.test(header)) return undefined;
  const untilMs = Date.parse(header);
  return Number.isNaN(untilMs) ? undefined : Math.min(Math.max(0, untilMs - nowMs), mostMs);
}
