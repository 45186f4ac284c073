import { randomBytes } from 'node:crypto';
import { password } from '@clack/prompts';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { privateFile } from '../../adapters/files/private-file.ts';
import { login } from '../../app/login.ts';
import type { Result } from '../../app/result.ts';
import type { Vault } from '../../ports/sign-in.ts';
import { wrong } from '../commands/define.ts';
import type { Flags } from '../commands/login.ts';
import type { Opened } from '../ports.ts';
import { personAt } from './person.ts';
import { onGitHub, type Place, placeOf } from './place.ts';

type Here = { readonly ports: Opened; readonly env: NodeJS.ProcessEnv };

/** One sign-in at this terminal. */
export async function signIn(account: string | undefined, flags: Flags, { ports, env }: Here): Promise<Result> {
  const place = placeOf(flags);
  if (flags.quiet === true && place.kind === 'terminal')
    throw wrong('--quiet would not show the secret: say with --out or --to where it goes');
  const { port, browser, paste: pastes = isRemote(env), withSecret = false } = flags;
  return login(account, {
    ...ports,
    authorize: async (app, name) => {
      const clientSecret = await clientSecretOf(env, withSecret);
      return ports.authorize({ app, account: name, clientSecret, redirect: `http://127.0.0.1:${port}/callback` });
    },
    person: personAt({ pastes, opens: browser && process.stderr.isTTY === true, signal: ports.signal }),
    vault: await vaultOf(place, { ports, env }),
    random: (bytes) => randomBytes(bytes).toString('base64url'),
  });
}

const isRemote = (env: NodeJS.ProcessEnv): boolean => env['SSH_CONNECTION'] !== undefined;

/** Never an argument: those stand in the list of processes and in the history of the shell. */
async function clientSecretOf(env: NodeJS.ProcessEnv, isAsked: boolean): Promise<string | null> {
  const given = env['SETLIST_CLIENT_SECRET']?.trim() ?? '';
  if (given !== '') return given;
  if (!isAsked) return null;
  if (!process.stdin.isTTY) throw wrong('--with-secret needs a terminal to ask at, or SETLIST_CLIENT_SECRET');
  const answer = await password({ message: 'The client secret of the app', output: process.stderr });
  if (typeof answer === 'string' && answer.trim() !== '') return answer.trim();
  throw wrong('no client secret was given');
}

async function vaultOf(place: Place, { ports: { git, signal }, env }: Here): Promise<Vault | null> {
  if (place.kind === 'terminal') return null;
  if (place.kind === 'file') return privateFile(place.path);
  // GitHub lives in real time, whatever clock the sign-in itself is on.
  const patience = { clock: systemClock(), random: Math.random, signal };
  return onGitHub(place, { env, git, patience });
}
