import { Temporal } from 'temporal-polyfill';
import { buckets, type Portfolio } from '../../domain/portfolio.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { parseSpan } from '../../words/values/span.ts';
import type { WrittenPortfolio } from '../schema/portfolio-schema.ts';
import { type Located, partAt } from '../source/located.ts';
import { readApps } from './read-apps.ts';

const budget: Portfolio['budget'] = {
  playlist_reads: 300,
  writes: 100,
  search: 200,
  tracks: 300,
  albums: 200,
  artist_albums: 60,
  library: 100,
  followers: 30,
};
const limits: Portfolio['limits'] = { creations: 5, requests: 500 };

/** Guards look four weeks back. */
const leastRetention = 31;

export type Report = (problem: Problem) => void;

/** The portfolio in its normal form, from the parts of a file that have the right form; nobody uses it when one has not. */
export function readPortfolio(file: Located, report: Report): Portfolio {
  // Sound: what stands here has passed the schema that the type comes from.
  const written = file.value as Partial<WrittenPortfolio>;
  return {
    title: written.title ?? '',
    timezone: written.timezone === undefined ? '' : readZone(written.timezone, file, report),
    apps: readApps(written.apps ?? {}, partAt(file, ['apps']), report),
    apply: written.apply ?? 'off',
    suspend: written.suspend ?? false,
    limits: { ...limits, ...written.limits },
    budget: { ...budget, ...pick(written.budget ?? {}) },
    retentionDays: readRetention(written.retention ?? '400d', file, report),
  };
}

function pick(written: { readonly [bucket: string]: unknown }): Partial<Portfolio['budget']> {
  const known = [...buckets, 'followers'].flatMap((bucket) => {
    const count = written[bucket];
    return typeof count === 'number' ? [[bucket, count] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Months are as long as the longest. */
function readRetention(written: string, file: Located, report: Report): number {
  const span = parseSpan(written);
  const days = span === undefined || span.ms > 0 ? 0 : span.days + span.months * 31;
  if (days >= leastRetention) return days;
  const wanted = `a span of at least ${leastRetention} days, like 400d`;
  const facts = { what: 'retention', found: `"${written}"`, wanted, nearest: null };
  report(problem('rules/wrong-value', facts, partAt(file, ['retention']).at));
  return leastRetention;
}

function readZone(written: string, file: Located, report: Report): string {
  const zone = /[A-Za-z]/.test(written) ? knownZone(written) : undefined;
  if (zone !== undefined) return zone;
  const wanted = 'a zone of the IANA database like Europe/Stockholm';
  const facts = { what: 'timezone', found: `"${written}"`, wanted, nearest: null };
  report(problem('rules/wrong-value', facts, partAt(file, ['timezone']).at));
  return written;
}

function knownZone(written: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(written).timeZoneId;
  } catch {
    return undefined;
  }
}
