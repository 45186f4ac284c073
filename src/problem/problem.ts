import type { Place } from '../domain/place.ts';
import type { ApplyFacts } from './facts/apply.ts';
import type { DoctorFacts } from './facts/doctor.ts';
import type { GitHubFacts } from './facts/github.ts';
import type { MachineFacts } from './facts/machine.ts';
import type { PlanFacts } from './facts/plan.ts';
import type { RuleFacts } from './facts/rules.ts';
import type { SignInFacts } from './facts/sign-in.ts';
import type { SpotifyFacts } from './facts/spotify.ts';

/** Everything a user can be told, with the facts that each message needs. */
export type FactsByCode = RuleFacts &
  PlanFacts &
  ApplyFacts &
  SpotifyFacts &
  SignInFacts &
  MachineFacts &
  GitHubFacts &
  DoctorFacts;
export type Code = keyof FactsByCode;

export type Problem<C extends Code = Code> = {
  [K in C]: { readonly code: K; readonly facts: FactsByCode[K]; readonly at?: Place };
}[C];

export function problem<C extends Code>(code: C, facts: FactsByCode[C], at?: Place): Problem {
  // The compiler cannot see that the pair (code, facts) of one C is a member of the union over all C.
  return { code, facts, ...(at === undefined ? {} : { at }) } as unknown as Problem;
}
