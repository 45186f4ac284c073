import { resolve } from 'node:path';
import { remoteClock } from '../adapters/clock/remote-clock.ts';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { tellingClock } from '../adapters/clock/telling-clock.ts';
import { disk } from '../adapters/files/disk.ts';
import { openGit } from '../adapters/git/open-git.ts';
import { forgetting, openSlate } from '../adapters/git/slate.ts';
import { whoRuns } from '../adapters/github/who-runs.ts';
import { authorize } from '../adapters/spotify/authorize.ts';
import { lookAtSignIns } from '../adapters/spotify/look.ts';
import type { Ports } from '../app/ports.ts';
import { secretVariable } from '../domain/sign-in.ts';
import type { LookAround } from '../ports/doctor.ts';
import type { OpenAuthorize } from '../ports/sign-in.ts';
import type { Clock, Say } from '../ports.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { visible } from '../problem/render.ts';
import { connect, type Endpoints } from './connect.ts';
import { openEmbedded } from './embedded.ts';
import { openKeeper } from './rotation/keeper.ts';
import { isSuspended } from './suspended.ts';

type Options = {
  readonly dir: string;
  readonly json?: true;
  readonly quiet?: true;
  /** Told of secrets that come up during the run, before anything else is done with them. */
  readonly hide?: (secret: string) => void;
};

/** What every command gets, and what only one at a terminal needs. */
export type Opened = Ports &
  Pick<LookAround, 'signIns'> & {
    /** Asks a person to sign in. */
    readonly authorize: OpenAuthorize;
  };

/** What a command gets of this machine. `isNightly`: on a Spotify that lives in the ledger, the next night begins. */
export async function openPorts(
  outside: NodeJS.ProcessEnv,
  options: Options,
  signal: AbortSignal,
  isNightly = false,
): Promise<Opened> {
  const folder = resolve(options.dir);
  const git = openGit(folder, outside);
  const embedded = await openEmbedded(folder, outside, isNightly ? git : null);
  const env = { ...outside, ...embedded?.env };
  const clock = await openClock(env);
  const keeper = openKeeper(env, { git, isInLedger: embedded !== undefined, hide: options.hide ?? (() => undefined) });
  const say = sayer(options);
  const simulated = isLoopback(endpoints(env).apiUrl);
  // A Spotify that lives in the ledger knows nothing of what was not committed either.
  const slate = embedded === undefined ? openSlate(folder, outside, { clock, simulated }) : forgetting;
  return {
    files: disk(folder),
    clock,
    say,
    connect: connect(env, endpoints(env), { clock: tellingClock(clock, say), signal, keeper }),
    slate,
    unkept: keeper.unkept,
    authorize: ({ app: { name: app, clientId }, ...asking }) =>
      authorize({ ...endpoints(env), ...asking, app, clientId, clock, slate, signal }),
    signIns: lookAtSignIns({
      ...endpoints(env),
      secret: (account) => env[secretVariable(account)],
      keep: keeper.keep,
      clock,
      slate,
      signal,
    }),
    suspended: isSuspended(env),
    started: whoRuns(env),
    git,
    simulated,
    world: embedded?.world ?? null,
    signal,
    close: async () => embedded?.close(),
  };
}

const endpoints = (env: NodeJS.ProcessEnv): Endpoints => ({
  apiUrl: urlIn(env, 'SETLIST_SPOTIFY_API_URL', 'https://api.spotify.com/v1'),
  authUrl: urlIn(env, 'SETLIST_SPOTIFY_AUTH_URL', 'https://accounts.spotify.com'),
});

/** The real Spotify is never on this machine. */
export const isLoopback = (url: string): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname);

function urlIn(env: NodeJS.ProcessEnv, variable: string, usual: string): string {
  const text = env[variable] ?? usual;
  if (URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new Failure([problem('usage/bad-variable', { variable, reason: `"${text}" is no address` })]);
}

async function openClock(env: NodeJS.ProcessEnv): Promise<Clock> {
  const { SETLIST_CLOCK_URL: url, SETLIST_NOW: now } = env;
  if (url !== undefined) return remoteClock(urlIn(env, 'SETLIST_CLOCK_URL', url));
  if (now === undefined) return systemClock();
  const startMs = Date.parse(now);
  if (!Number.isNaN(startMs)) return systemClock(startMs);
  throw new Failure([
    problem('usage/bad-variable', {
      variable: 'SETLIST_NOW',
      reason: `"${now}" is no moment like 2026-11-22T03:00:00Z`,
    }),
  ]);
}

/** Progress belongs to a person at a terminal: not into pipes, JSON or quiet runs. */
function sayer({ json, quiet }: Options): Say {
  if (json === true || quiet === true || !process.stderr.isTTY) return () => undefined;
  return (line) => void process.stderr.write(`  ${visible(line)}\n`);
}
