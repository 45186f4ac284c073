import { systemClock } from '../adapters/clock/system-clock.ts';
import { disk } from '../adapters/files/disk.ts';
import { openApi } from '../adapters/github/api.ts';
import { onGitHub } from '../adapters/github/git.ts';
import { holderOn } from '../adapters/github/lease.ts';
import type { Patience } from '../adapters/github/patience.ts';
import { pushCommit } from '../adapters/github/push.ts';
import type { Git } from '../ports.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';

export type Checkout = {
  readonly root: string;
  readonly token: string;
  /** The clone as git on this machine has it. */
  readonly local: Git;
  readonly actor: string | null;
  readonly signal: AbortSignal;
};

/** The clone of a job that commits nothing; who is at work is known on GitHub. */
export const cloneOf = (env: NodeJS.ProcessEnv, { token, local, signal }: Checkout): Git => ({
  ...local,
  holder: (name, nowMs) => {
    const api = openApi({ repository: given(env, 'GITHUB_REPOSITORY'), token, apiUrl: apiOf(env) });
    return holderOn({ api, patience: patienceOf(signal) }, name, nowMs);
  },
});

/** The branch that the job was started on, committed to through GitHub's API. */
export function repositoryOf(env: NodeJS.ProcessEnv, { root, token, local, actor, signal }: Checkout): Git {
  const repository = given(env, 'GITHUB_REPOSITORY');
  const branch = branchOf(env);
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const remote = { root, url: `${server}/${repository}.git`, branch, token, env };
  return onGitHub({
    repository,
    token,
    apiUrl: apiOf(env),
    branch,
    actor,
    tree: { root, files: disk(root) },
    local,
    push: (commit) => pushCommit(remote, commit),
    patience: patienceOf(signal),
  });
}

const apiOf = (env: NodeJS.ProcessEnv): string => env['GITHUB_API_URL'] ?? 'https://api.github.com';

/** GitHub lives in real time, whatever clock the run itself is on. */
const patienceOf = (signal: AbortSignal): Patience => ({ clock: systemClock(), random: Math.random, signal });

function branchOf(env: NodeJS.ProcessEnv): string {
  const ref = given(env, 'GITHUB_REF');
  if (ref.startsWith('refs/heads/')) return ref.slice('refs/heads/'.length);
  throw new Failure([problem('usage/bad-variable', { variable: 'GITHUB_REF', reason: `"${ref}" is no branch` })]);
}

function given(env: NodeJS.ProcessEnv, variable: string): string {
  const text = env[variable];
  if (text !== undefined && text !== '') return text;
  throw new Failure([problem('usage/bad-variable', { variable, reason: 'it is empty' })]);
}
