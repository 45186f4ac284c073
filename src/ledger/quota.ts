import { buckets, type Requests } from '../domain/portfolio.ts';
import { merged, quotaWindowMs, secondOf, type Times } from '../domain/quota.ts';
import type { Counted, RunLine, SentAt } from '../domain/records/run.ts';

/** No run takes longer, in seconds (a lease ends then). */
const longestRun = 7200;

/**
 * When the requests of the last 24 hours were sent, by the records of runs. What a run that was cut off had announced
 * last counts as sent, as late as it can have been; requests whose second is not recorded count from the run's end.
 */
export function timesOf(runs: readonly RunLine[], nowMs: number): Times {
  const since = nowMs - quotaWindowMs - 2 * longestRun * 1000;
  const recent = runs.filter(({ at }) => Date.parse(at) >= since);
  const last = new Map(recent.map((line) => [line.run, line] as const));
  return merged(
    [...last.values()].flatMap((line) => {
      if (line.event === 'end') return recorded(line, secondOf(Date.parse(line.ended)));
      const latest = secondOf(Date.parse(line.at)) + longestRun;
      return [recorded(line, latest), alike(line.promised ?? {}, latest)];
    }),
  );
}

/** How a run's record tells when it sent what: seconds since it began, then each since the one before. */
export function sentAt(times: Times, at: string): SentAt {
  const begun = secondOf(Date.parse(at));
  return eachBucket((bucket) => times[bucket]?.map((second, index, all) => second - (all[index - 1] ?? begun)));
}

/** Only the buckets in which there are any. */
export const counted = (requests: Requests): Counted =>
  Object.fromEntries(buckets.filter((bucket) => requests[bucket] > 0).map((bucket) => [bucket, requests[bucket]]));

function recorded({ at, requests, sentAt: gaps = {} }: RunLine, unsaid: number): Times {
  const known = eachBucket((bucket) => {
    let second = secondOf(Date.parse(at));
    return gaps[bucket]?.map((gap) => {
      second += gap;
      return second;
    });
  });
  return { ...alike(requests, unsaid), ...known };
}

const alike = (many: Counted, second: number): Times =>
  eachBucket((bucket) => Array.from({ length: many[bucket] ?? 0 }, () => second));

function eachBucket(timesOf: (bucket: (typeof buckets)[number]) => readonly number[] | undefined): Times {
  return Object.fromEntries(
    buckets.flatMap((bucket) => {
      const times = timesOf(bucket) ?? [];
      return times.length === 0 ? [] : [[bucket, times]];
    }),
  );
}
