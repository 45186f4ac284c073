import { systemClock } from '../../adapters/clock/system-clock.ts';
import { lookAtGitHub } from '../../adapters/github/look.ts';
import type { LookAround } from '../../ports/doctor.ts';
import type { Opened } from '../ports.ts';

/** What only the doctor looks at, of this machine and this environment. */
export function lookAround({ signIns, signal }: Opened, env: NodeJS.ProcessEnv): LookAround {
  const token = [env['GITHUB_TOKEN'], env['GH_TOKEN']].find((one) => one !== undefined && one !== '');
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  // GitHub lives in real time, whatever clock the rest is on.
  const patience = { clock: systemClock(), random: Math.random, signal };
  return {
    node: process.version,
    signIns,
    gitHub: token === undefined ? null : (repository) => lookAtGitHub({ repository, token, apiUrl }, patience),
  };
}
