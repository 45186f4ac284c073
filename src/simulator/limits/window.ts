export type Window = {
  readonly most: number;
  readonly windowMs: number;
  /** Whether one that is refused takes up room too, so that asking on keeps the window closed. */
  readonly refusedCount: boolean;
};

/** Notes a request among those that were sent, oldest first; when there is no room for it, answers in how many seconds there is. */
export function fullFor(sent: number[], { most, windowMs, refusedCount }: Window, nowMs: number): number | undefined {
  while (sent[0] !== undefined && sent[0] <= nowMs - windowMs) sent.shift();
  const isFull = sent.length >= most;
  if (!isFull || refusedCount) sent.push(nowMs);
  // There is room when this one and all before it count no more.
  const leaving = sent[sent.length - most] ?? nowMs;
  return isFull ? Math.max(1, Math.ceil((leaving + windowMs - nowMs) / 1000)) : undefined;
}
