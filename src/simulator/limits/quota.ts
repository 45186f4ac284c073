import { apiError, Refusal } from '../http/refusal.ts';
import type { App } from '../world/schema/people.ts';
import type { World } from '../world/world.ts';
import { fullFor } from './window.ts';

const windowMs = 86_400_000;

/** Counts a request among those of the last 24 hours in its bucket, for all apps of a developer together. */
export function spend({ nowMs, settings, spent }: World, { owner, quotas }: App, bucket: string): void {
  const most = quotas[bucket];
  if (most === undefined) return;
  const key = `${owner} ${bucket}`;
  const sent = spent[key] ?? [];
  spent[key] = sent;

  const seconds = fullFor(sent, { most, windowMs, refusedCount: settings.refusedCount }, nowMs);
  if (seconds === undefined) return;
  const headers: Record<string, string> = settings.quotaRetryAfter ? { 'retry-after': `${seconds}` } : {};
  throw new Refusal(apiError(429, 'Too many requests', headers, { reason: 'QUOTA_EXCEEDED' }));
}
