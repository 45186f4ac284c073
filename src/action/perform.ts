import { join } from 'node:path';
import { touchedByPullRequest } from '../adapters/github/touched.ts';
import { plan } from '../app/plan.ts';
import type { Ports } from '../app/ports.ts';
import { report } from '../app/report.ts';
import type { Result } from '../app/result.ts';
import { sync } from '../app/sync.ts';
import { validate } from '../app/validate.ts';
import { verify } from '../app/verify.ts';
import { openPorts } from '../cli/ports.ts';
import { tellingUnkept } from '../cli/rotation/telling.ts';
import { openSiteFolder } from '../cli/site-folder.ts';
import type { Say } from '../ports.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { connectOnly } from './account.ts';
import type { Inputs } from './inputs.ts';
import { maskNew } from './mask.ts';
import { cloneOf, repositoryOf } from './repository.ts';

export type Step = {
  readonly inputs: Inputs;
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
  readonly signal: AbortSignal;
};

/** Runs the command that the step asks for, on the repository that was checked out. */
export async function perform({ inputs, env, say, signal }: Step): Promise<Result> {
  const { command, account } = inputs;
  const root = env['GITHUB_WORKSPACE'] ?? '.';
  const options = { dir: root, quiet: true, hide: maskNew } as const;
  const opened = await openPorts(withPlaces(inputs, env), options, signal, command === 'sync');
  const ports: Ports = { ...opened, say, connect: connectOnly(account, opened.connect) };
  return tellingUnkept(ports, () => carryOut(inputs, { root, env, ports }).finally(() => ports.close()));
}

/** Inputs say where secrets go as variables do elsewhere. */
const withPlaces = ({ secretsTo, secretsToken }: Inputs, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  ...(secretsTo === '' ? {} : { SETLIST_SECRETS_TO: secretsTo }),
  ...(secretsToken === '' ? {} : { SETLIST_SECRETS_TOKEN: secretsToken }),
});

type Open = { readonly root: string; readonly env: NodeJS.ProcessEnv; readonly ports: Ports };

async function carryOut({ command, yes, token }: Inputs, { root, env, ports }: Open): Promise<Result> {
  const { signal, started, git: local } = ports;
  const checkout = { root, token, local, actor: started.actor, signal };
  switch (command) {
    case 'validate':
      return validate(ports);
    case 'plan':
      return isPullRequest(env)
        ? planPullRequest(root, ports)
        : plan({ offline: false, at: 'now', all: false }, { ...ports, git: cloneOf(env, checkout) });
    case 'sync': {
      const git = repositoryOf(env, checkout);
      return sync({ ...ports, git, suspended: ports.suspended || !yes });
    }
    case 'verify':
      return verify(ports);
    case 'report':
      return report(await openSiteFolder(join(root, '_site')), ports);
    default:
      throw new Failure([problem('usage/bad-input', { input: 'command', reason: `"${command}" comes later` })]);
  }
}

const isPullRequest = (env: NodeJS.ProcessEnv): boolean => env['GITHUB_EVENT_NAME'] === 'pull_request';

/** For the next night, from rules and committed facts alone. The ledger is that of the base: whoever changes it is refused. */
async function planPullRequest(root: string, ports: Ports): Promise<Result> {
  const files = await touchedByPullRequest(root, 'reports');
  if (files.length > 0) throw new Failure([problem('ledger/touched', { files })]);
  return plan({ offline: true, at: 'next', all: false }, ports);
}
