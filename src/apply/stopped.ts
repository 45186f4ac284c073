/** A signal asked us to end: what was done stays, the rest waits for the next run. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Also what adapters throw when a signal ends a wait of theirs. */
export const isStop = (error: unknown, signal: AbortSignal | undefined): boolean =>
  error instanceof Stopped ||
  (signal?.aborted === true && (error === signal.reason || (error instanceof Error && error.name === 'AbortError')));
