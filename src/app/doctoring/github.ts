import type { AccountName } from '../../domain/ids.ts';
import { secretVariable } from '../../domain/sign-in.ts';
import type { LookAtGitHub, Protection, Seen } from '../../ports/doctor.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import type { Look } from '../../report/text/doctor.ts';
import { not, unseen, well } from './looks.ts';

/** Where the nightly run of a portfolio stands, and the one that looks at changed rules. */
const workflowPaths = ['.github/workflows/setlist.yml', '.github/workflows/pull-request.yml'] as const;

/** Which protections of the repository are really on, and whether its nights can run there. */
export async function lookAtGitHub(
  gitHub: LookAtGitHub,
  accounts: readonly AccountName[],
  isSimulated: boolean,
): Promise<readonly Look[]> {
  const about = await gitHub.about();
  if (about.kind === 'hidden')
    return [unseen('repository', gitHub.repository, about.reason, 'Give GITHUB_TOKEN a token that may read it')];
  const { branch, isPrivate } = about.value;
  const workflows = await ofWorkflows(gitHub);
  return [
    isPrivate || isSimulated
      ? well(
          'private',
          `${gitHub.repository} is ${isPrivate ? 'private' : 'public, and its ledger is of the simulator'}`,
        )
      : not('private', problem('github/public', {})),
    ...ofProtection(branch, await gitHub.protection(branch)),
    ...ofToken(await gitHub.token()),
    ...workflows.looks,
    ...(isSimulated || !workflows.runs ? [] : ofSecrets(accounts, await gitHub.secrets())),
    ofPages(await gitHub.pages()),
  ];
}

function ofProtection(branch: string, protection: Protection): readonly Look[] {
  const { review, codeOwners, checks, history, reason } = protection;
  const why = reason ?? 'GitHub does not say';
  const one = (id: string, isOn: boolean | null, says: string, otherwise: Problem): Look =>
    isOn === null
      ? unseen(id, says, why, 'The token needs "Administration: read"; an own one of an administrator has it')
      : isOn
        ? well(id, says)
        : not(id, otherwise);
  return [
    one('review', review, `"${branch}" takes only reviewed changes`, problem('github/no-review', { branch })),
    one('code-owners', codeOwners, 'Code owners must agree', problem('github/no-code-owners', { branch })),
    one('checks', checks, 'Checks must have passed', problem('github/no-checks', { branch })),
    one('history', history, 'Nobody can force a push', problem('github/force-pushes', { branch })),
  ];
}

function ofToken(token: Seen<{ readonly writes: boolean; readonly approves: boolean }>): readonly Look[] {
  if (token.kind === 'hidden') {
    const how = 'The token needs "Administration: read"';
    return [unseen('token', 'What workflows may do by default', token.reason, how)];
  }
  const { writes, approves } = token.value;
  return [
    writes
      ? not('token', problem('github/token-writes', {}))
      : well('token', 'Workflows only read unless they say otherwise'),
    approves
      ? not('approves', problem('github/token-approves', {}))
      : well('approves', 'Workflows cannot approve pull requests'),
  ];
}

/** `runs`: nights are run there, so that what they need must be there too. */
async function ofWorkflows(gitHub: LookAtGitHub): Promise<{ readonly looks: readonly Look[]; readonly runs: boolean }> {
  const workflows = await gitHub.workflows();
  if (workflows.kind === 'hidden') {
    const how = 'The token needs "Actions: read"';
    return { looks: [unseen('workflows', 'Workflows', workflows.reason, how)], runs: true };
  }
  const stateOf = (path: string) => workflows.value.find((one) => one.path === path)?.state;
  const looks = workflowPaths.map((path) => {
    const state = stateOf(path);
    if (state === undefined) return not('workflows', problem('github/no-workflow', { path }));
    if (state === 'active') return well('workflows', `${path} is on`);
    return not('workflows', problem('github/workflow-off', { path, state }));
  });
  return { looks, runs: stateOf(workflowPaths[0]) !== undefined };
}

function ofSecrets(accounts: readonly AccountName[], names: Seen<readonly string[]>): readonly Look[] {
  if (names.kind === 'hidden') {
    const how = 'The token needs "Secrets: read" and "Environments: read"; no token can read their values';
    return [unseen('secrets', 'Secrets', names.reason, how)];
  }
  return accounts.map((account) => {
    const secret = secretVariable(account);
    const place = names.value.find((name) => name === secret || name.endsWith(`/${secret}`));
    if (place === undefined) return not('secrets', problem('github/no-secret', { secret, account }));
    const where = place === secret ? 'the repository' : `the environment "${place.slice(0, -secret.length - 1)}"`;
    return well('secrets', `${secret} is a secret of ${where}`);
  });
}

function ofPages(pages: Seen<'workflow' | 'branch' | null>): Look {
  if (pages.kind === 'hidden') return unseen('pages', 'Pages', pages.reason);
  if (pages.value === 'branch') return not('pages', problem('github/pages-from-branch', {}));
  return well('pages', pages.value === null ? 'No pages are published' : 'Pages are published by the workflow');
}
