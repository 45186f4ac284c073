import { parseSpan } from './span.ts';

/** The milliseconds of `2:30`, `1:02:03`, `90s` or `2m`; a number counts seconds. Undefined when it is no length. */
export function parseLengthMs(written: string | number): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) && written >= 0 ? written * 1000 : undefined;
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(written);
  if (clock === null) return spanMs(written);
  const [, hours = '0', minutes = '0', seconds = '0'] = clock;
  if (clock[1] !== undefined && Number(minutes) > 59) return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** A track's length is counted, never dated: `28d` is none. */
function spanMs(text: string): number | undefined {
  const span = parseSpan(text);
  return span !== undefined && span.months === 0 && span.days === 0 ? span.ms : undefined;
}
