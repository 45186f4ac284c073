/** How a shell sees that a signal ended us. */
export const signalExits = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof signalExits;

/** Turns the first Ctrl-C or SIGTERM into an abort: the request in flight ends, what was done is kept. A second one ends at once. */
export function whenSignalled() {
  const abort = new AbortController();
  let received: Signal | undefined;
  const listen = (signal: Signal) => {
    if (received !== undefined) process.exit(signalExits[signal]);
    received = signal;
    abort.abort(new Error(`ended by ${signal}`));
  };
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  return {
    signal: abort.signal,
    received: () => received,
    stop: () => {
      process.off('SIGINT', listen);
      process.off('SIGTERM', listen);
    },
  };
}
