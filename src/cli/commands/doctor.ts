import { doctor } from '../../app/doctor.ts';
import { type Define, given } from './define.ts';

/** Everything that can be wrong, each with its fix. */
export const doctorCommand = (command: Define, env: NodeJS.ProcessEnv): void =>
  void command<{ account?: string; offline?: true }>(
    'doctor',
    'say everything that can be wrong, with the fix, and which protections of the repository are really on',
    async ({ account, offline = false }, ports) => {
      // GitHub's client is loaded for nothing else.
      const { lookAround } = await import('../doctor/look-around.ts');
      return doctor({ offline, ...given({ account }) }, { ...ports, around: lookAround(ports, env) });
    },
  )
    .option('--account <name>', "only this account's sign-in")
    .option('--offline', 'send nothing, to Spotify or to GitHub');
