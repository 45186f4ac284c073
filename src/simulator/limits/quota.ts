import { apiError, Refusal } from '../http/refusal.ts';
import type { App } from '../world/schema/people.ts';

export type Quota = { admit(app: App, bucket: string, nowMs: number, retryAfter: boolean): void };

const dayMs = 86_400_000;

/** Requests of the last 24 hours by bucket, counted for a developer's apps together. */
export function startQuota(): Quota {
  const sentByBucket = new Map<string, number[]>();
  return {
    admit({ owner, quotas }, bucket, nowMs, retryAfter) {
      const most = quotas[bucket];
      if (most === undefined) return;
      const key = `${owner} ${bucket}`;
      const sent = sentByBucket.get(key) ?? [];
      sentByBucket.set(key, sent);
      while (sent[0] !== undefined && sent[0] <= nowMs - dayMs) sent.shift();
      if (sent.length >= most) {
        const seconds = Math.max(1, Math.ceil(((sent[0] ?? nowMs) + dayMs - nowMs) / 1000));
        const headers: Record<string, string> = retryAfter ? { 'retry-after': `${seconds}` } : {};
        throw new Refusal(apiError(429, 'Too many requests', headers, { reason: 'QUOTA_EXCEEDED' }));
      }
      sent.push(nowMs);
    },
  };
}
