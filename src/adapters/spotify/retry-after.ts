/** How long the server asked us to wait, or undefined if it did not say so in a way we can read. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  // A number that is none of these reads as a date too.
  if (!/[a-z]/i.test(header)) return undefined;
  const untilMs = Date.parse(header);
  return Number.isNaN(untilMs) ? undefined : Math.max(0, untilMs - nowMs);
}
