import { setFailed, setOutput, warning } from '@actions/core';
import type { ExitCode } from '../../problem/exit.ts';
import type { Problem } from '../../problem/problem.ts';
import { verdictOf, weightOf } from '../verdict.ts';
import { wordsOf } from './annotations.ts';

export type End = {
  readonly exit: ExitCode;
  readonly problems: readonly Problem[];
  readonly changed: boolean;
  /** Path of the plan; null when none was made. */
  readonly plan: string | null;
};

/** Says how it ended: outputs for later steps, and a red job or a warning. */
export function tellEnd({ exit, problems, changed, plan }: End): void {
  setOutput('changed', changed);
  setOutput('plan', plan ?? '');
  setOutput('rotated', problems.flatMap(rotatedIn).join(','));
  setOutput('exit', exit);
  const verdict = verdictOf(exit);
  const first = problems.find((one) => weightOf(one) === verdict);
  if (verdict === 'red') setFailed(first === undefined ? `It ended with ${exit}` : wordsOf(first));
  // A problem that weighs as much has its annotation already.
  if (verdict === 'warning' && first === undefined) warning(`It ended with ${exit}`);
}

const rotatedIn = ({ code, facts }: Problem): readonly string[] =>
  // The code says what its facts are.
  code === 'spotify/rotated-not-kept' ? [(facts as { readonly account: string }).account] : [];
