import { Interrupted, type SignalName } from '../app/interrupted.ts';
import { signalExits } from '../problem/exit.ts';

/** Turns the first Ctrl-C or SIGTERM into an abort: the request in flight ends, what was done is kept. A second one ends at once. */
export function whenSignalled() {
  const abort = new AbortController();
  let received: SignalName | undefined;
  const listen = (signal: SignalName) => {
    if (received !== undefined) process.exit(signalExits[signal]);
    received = signal;
    abort.abort(new Interrupted(signal));
  };
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  return {
    signal: abort.signal,
    stop: () => {
      process.off('SIGINT', listen);
      process.off('SIGTERM', listen);
    },
  };
}
