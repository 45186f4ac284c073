import type { Clock, Say } from '../../ports.ts';

/** Waits that a person at a terminal would take for a run that hangs. */
const longMs = 10_000;

/** The same clock, which says of long waits how long they are. */
export const tellingClock = (clock: Clock, say: Say): Clock => ({
  now: () => clock.now(),
  sleep: (ms, signal) => {
    if (ms >= longMs) say(`waiting ${lengthOf(ms)} before Spotify is asked again`);
    return clock.sleep(ms, signal);
  },
});

function lengthOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 100 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
