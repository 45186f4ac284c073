import { summary } from '@actions/core';
import type { Result } from '../../app/result.ts';
import { planOf } from '../plan-file.ts';
import { fitting, type Part } from './fitting.ts';
import { heading, ours, verbatim } from './nodes.ts';
import { planParts } from './plan.ts';
import { problemsPart } from './problems.ts';

/** GitHub drops a summary of more than a mebibyte, and the job stays green: we stay below it. */
const mostBytes = 1_000_000;

/** The summary of the job, where there is one. */
export async function writeSummary(command: string, result: Result, env: NodeJS.ProcessEnv): Promise<void> {
  if (env['GITHUB_STEP_SUMMARY'] === undefined) return;
  await summary.addRaw(fitting(partsOf(command, result, env), mostBytes)).write();
}

/** What it came to, what is in the way, what was planned and why. */
function partsOf(command: string, result: Result, env: NodeJS.ProcessEnv): readonly Part[] {
  const { text, problems } = result;
  const plan = planOf(result);
  const planned = plan === null ? [] : planParts(plan, sourceOf(env));
  const [head = [], ...rest] = planned;
  if (command === 'plan' && plan !== null) return [head, ...problemsPart(problems), ...rest];
  return [
    [heading(ours(`setlist ${command}`))],
    ...(text === '' ? [] : [[verbatim(text)]]),
    ...problemsPart(problems),
    ...planned,
  ];
}

const sourceOf = (env: NodeJS.ProcessEnv): string =>
  env['GITHUB_EVENT_NAME'] === 'pull_request'
    ? 'Made from the rules of this pull request and the ledger of its base, without Spotify. Each run plans again from what it finds.'
    : 'Made from what Spotify answered. Each run plans again from what it finds.';
