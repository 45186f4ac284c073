import type { ExitCode } from '../problem/exit.ts';
import type { Problem } from '../problem/problem.ts';

/** What a command comes to: text for people, JSON for programs, and how it ends. */
export type Result = {
  readonly text: string;
  /** Stable and documented: what `--json` prints beside `command`, `exit` and `problems`. */
  readonly json: { readonly [key: string]: unknown };
  readonly problems: readonly Problem[];
  /** Problems that the text tells already, beside what they are about: printed when the text is not. */
  readonly told?: readonly Problem[];
  readonly exit: ExitCode;
};
