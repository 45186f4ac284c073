import type { Finding } from '../domain/finding.ts';
import { Bug } from './bug.ts';
import { catalogue } from './catalogue.ts';
import type { Problem } from './problem.ts';

/** The problem that a finding stands for. Findings are only ever made from problems, or decoded against the catalogue. */
export function problemOf(finding: Finding): Problem {
  if (!(finding.code in catalogue)) throw new Bug(`no words for "${finding.code}"`);
  // Sound for the codes of the catalogue: the facts were typed when the finding was made.
  return finding as unknown as Problem;
}
