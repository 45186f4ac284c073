/** Every way a command can end, highest rank first: when several hold, the first of them is the exit code. */
export const exits = {
  bug: 1,
  usage: 2,
  rules: 3,
  ledger: 8,
  machine: 11,
  signIn: 9,
  unreachable: 5,
  partly: 6,
  lease: 12,
  quota: 7,
  guard: 4,
  pending: 10,
  done: 0,
} as const;

export type ExitName = keyof typeof exits;
export type ExitCode = (typeof exits)[ExitName];

/** How a shell sees that a signal ended us. */
export const signalExits = { SIGINT: 130, SIGTERM: 143 } as const;

const ranked = Object.values(exits);

/** The highest-ranking of these codes; 0 when there are none. */
export function worstExit(codes: Iterable<ExitCode>): ExitCode {
  const present = new Set(codes);
  return ranked.find((code) => present.has(code)) ?? exits.done;
}
