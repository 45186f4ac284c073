import type { Catalogue, Entry } from './entry.ts';
import { type ExitCode, exits, worstExit } from './exit.ts';
import type { Problem } from './problem.ts';
import { applyWords } from './words/apply.ts';
import { doctorWords } from './words/doctor.ts';
import { gitHubWords } from './words/github.ts';
import { machineWords } from './words/machine.ts';
import { planWords } from './words/plan.ts';
import { ruleWords } from './words/rules.ts';
import { signInWords } from './words/sign-in.ts';
import { spotifyWords } from './words/spotify.ts';

export const catalogue: Catalogue = {
  ...ruleWords,
  ...planWords,
  ...applyWords,
  ...spotifyWords,
  ...signInWords,
  ...machineWords,
  ...gitHubWords,
  ...doctorWords,
};

/** The entry of a problem, its facts already of the right type. */
const entryOf = (problem: Problem): Entry<Problem['facts']> =>
  // Sound because `problem` ties code and facts together; TypeScript cannot correlate the two lookups.
  catalogue[problem.code] as unknown as Entry<Problem['facts']>;

export const messageOf = (problem: Problem): string => entryOf(problem).says(problem.facts);
export const fixOf = (problem: Problem): string => entryOf(problem).fix(problem.facts);
export const exitOf = (problems: readonly Problem[]): ExitCode =>
  worstExit(problems.map((problem) => exits[entryOf(problem).exit]));
