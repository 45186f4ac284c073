import { type Bucket, buckets, type Requests } from '../domain/portfolio.ts';
import { minuteOf, quotaWindowMs, type Stamp } from '../domain/quota.ts';
import type { Counted, RunLine, SentAt } from '../domain/records/run.ts';

/** No run takes longer, in minutes (a lease ends then). */
const longestRun = 120;

/**
 * The requests of the last 24 hours that the records of runs tell of. What a run that was cut off had announced counts as
 * sent, as late as it can have been; requests whose minute is not recorded count from the run's end.
 */
export function stampsOf(runs: readonly RunLine[], nowMs: number): readonly Stamp[] {
  const since = nowMs - quotaWindowMs - 2 * longestRun * 60_000;
  const recent = runs.filter(({ at }) => Date.parse(at) >= since);
  const ended = new Set(recent.flatMap((line) => (line.event === 'end' ? line.run : [])));
  return recent.flatMap((line) => {
    if (line.event === 'end') return recorded(line, minuteOf(Date.parse(line.ended)));
    if (ended.has(line.run)) return [];
    const latest = minuteOf(Date.parse(line.at)) + longestRun;
    return [...recorded(line, latest), ...atMinute(line.promised ?? {}, latest)];
  });
}

/** How a run's record tells when it sent what: minutes since it began. */
export function sentAt(stamps: readonly Stamp[], at: string): SentAt {
  const begun = minuteOf(Date.parse(at));
  const byBucket = Map.groupBy(stamps, ({ bucket }) => bucket);
  return Object.fromEntries(
    buckets.flatMap((bucket) => {
      const own = byBucket.get(bucket)?.map(({ minute, requests }) => [minute - begun, requests] as const);
      return own === undefined ? [] : [[bucket, own]];
    }),
  );
}

/** Only the buckets in which there are any. */
export const counted = (requests: Requests): Counted =>
  Object.fromEntries(buckets.filter((bucket) => requests[bucket] > 0).map((bucket) => [bucket, requests[bucket]]));

function recorded({ at, requests, sentAt: minutes = {} }: RunLine, unsaid: number): readonly Stamp[] {
  const begun = minuteOf(Date.parse(at));
  return buckets.flatMap((bucket) => {
    const own = minutes[bucket];
    if (own === undefined) return atMinute({ [bucket]: requests[bucket] ?? 0 }, unsaid);
    return own.map(([minute, many]): Stamp => ({ bucket, minute: begun + minute, requests: many }));
  });
}

const atMinute = (many: Counted, minute: number): readonly Stamp[] =>
  Object.entries(many).flatMap(([bucket, requests]) =>
    // Sound: the keys are buckets.
    requests > 0 ? [{ bucket: bucket as Bucket, minute, requests }] : [],
  );
