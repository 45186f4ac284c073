import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { remoteClock } from '../../adapters/clock/remote-clock.ts';
import { disk } from '../../adapters/files/disk.ts';
import { gitIn } from '../../adapters/git/command.ts';
import { openGit } from '../../adapters/git/open-git.ts';
import { refusedBySystem } from '../../adapters/git/refused.ts';
import { forgetting } from '../../adapters/git/slate.ts';
import type { Ports } from '../../app/ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { type Simulator, startSimulator } from '../../simulator/start.ts';
import { renderWorld } from '../../simulator/world/render.ts';
import { seededWorld } from '../../simulator/world/seeded.ts';
import { decodeHappening, type World } from '../../simulator/world/world.ts';
import { connect } from '../connect.ts';
import { variables } from '../embedded.ts';
import { openKeeper } from '../rotation/keeper.ts';
import { beginnings } from './story.ts';

/** A repository with the example portfolio, and a Spotify of its own. */
export type Stage = {
  readonly folder: string;
  readonly world: World;
  readonly nowMs: () => number;
  readonly ports: Ports;
  /** Time goes on until then; what was to happen meanwhile has happened. */
  readonly sleepUntil: (ms: number) => Promise<void>;
  /** A person changes rule files and commits them. */
  readonly commit: (author: string, message: string, files: Readonly<Record<string, string>>) => Promise<void>;
  readonly read: (path: string) => Promise<string>;
  /** A file of the example portfolio, as the story leaves it. */
  readonly example: (path: string) => Promise<string>;
  /** The nightly run in a process of its own, killed from outside after so many of its writes. */
  readonly syncKilledAfter: (writes: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const run = promisify(execFile);

export async function openStage(
  portfolio: string,
  folder: string,
  { seed, signal, env }: { readonly seed: string; readonly signal: AbortSignal; readonly env: NodeJS.ProcessEnv },
): Promise<Stage> {
  let done = (_method: string, _path: string): void => undefined;
  const world = seededWorld(seed, { handEditEveryHours: null });
  const simulator = await startSimulator({ world, done: ({ method, path }) => done(method, path) });
  const clock = await remoteClock(simulator.clockUrl);
  const git = (args: readonly string[], who: string) =>
    run('git', args, { cwd: folder, env: asPerson(env, who, clock.now()) });
  const commitAll = async (who: string, message: string): Promise<void> => {
    await git(['add', '--', 'playlists'], who);
    await git(['commit', '--quiet', '--message', message], who);
  };
  try {
    await mkdir(folder, { recursive: true });
    await cp(join(portfolio, 'playlists'), join(folder, 'playlists'), { recursive: true });
    await turnBack(folder);
    await git(['init', '--quiet', '--initial-branch=main'], 'Ana');
    await commitAll('Ana', 'Begin with eight playlists');
  } catch (error) {
    // It would keep the process from ending.
    await simulator.close();
    throw refusedBySystem('begin the repository', error);
  }
  return {
    folder,
    world,
    nowMs: () => clock.now(),
    ports: portsFor(simulator, folder, clock, env, signal),
    sleepUntil: (ms) => clock.sleep(Math.max(0, ms - clock.now()), signal),
    commit: async (who, message, files) => {
      for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
      await commitAll(who, message);
    },
    read: (path) => readFile(join(folder, path), 'utf8'),
    example: (path) => readFile(join(portfolio, path), 'utf8'),
    syncKilledAfter: (writes) =>
      new Promise((resolve, reject) => {
        const child = spawn(
          process.execPath,
          [process.argv[1] ?? '', 'sync', '--quiet', '--by', 'schedule', '--dir', folder],
          {
            env: { ...env, ...variables(simulator) },
            stdio: 'ignore',
          },
        );
        let left = writes;
        done = (method, path) => {
          if (method !== 'GET' && path !== '/api/token' && --left === 0) child.kill('SIGKILL');
        };
        child.on('error', reject);
        child.on('close', () => {
          done = () => undefined;
          resolve();
        });
      }),
    close: () => simulator.close(),
  };
}

/** Throws a `Failure` where there is no portfolio to play, or no git to play it with. */
export async function mustBegin(portfolio: string, env: NodeJS.ProcessEnv): Promise<void> {
  if ((await disk(portfolio).read('playlists/setlist.yaml')) === undefined)
    throw new Failure([problem('rules/no-portfolio', {})]);
  await gitIn(portfolio, env).run(['--version']);
}

/** Puts the files of the portfolio back to where the story begins. */
async function turnBack(folder: string): Promise<void> {
  for (const [path, before] of Object.entries(beginnings)) {
    const after = await disk(folder).read(path);
    if (after === undefined) continue;
    const text = before(after);
    if (text === null) await rm(join(folder, path));
    else await writeFile(join(folder, path), text);
  }
}

function portsFor(
  simulator: Simulator,
  folder: string,
  clock: Ports['clock'],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Ports {
  const git = openGit(folder, env);
  const keeper = openKeeper({}, { git, isInLedger: true, hide: () => undefined });
  return {
    files: disk(folder),
    clock,
    say: () => undefined,
    connect: connect(variables(simulator), simulator, { clock, signal, keeper }),
    slate: forgetting,
    unkept: keeper.unkept,
    suspended: false,
    started: { trigger: 'schedule', actor: null },
    git,
    simulated: true,
    // Nobody else is at work on it.
    world: { text: () => renderWorld(simulator.world), isCurrent: async () => true },
    close: async () => undefined,
    signal,
  };
}

/** Git for a person of the story, at the story's time. */
function asPerson(env: NodeJS.ProcessEnv, name: string, nowMs: number): NodeJS.ProcessEnv {
  const email = `${name.toLowerCase()}@nightbird.example`;
  const date = new Date(nowMs).toISOString();
  const { PATH, HOME } = env;
  return {
    PATH,
    HOME,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
}

/** From the first night on people follow the playlists that were made, or stop doing so, as the seed has it. */
export function gainFollowers({ world }: Pick<Stage, 'world'>): void {
  const at = `${new Date(world.nowMs + 3_600_000).toISOString().slice(0, 19)}Z`;
  const made = [...world.playlists.values()].filter(({ owner, followers }) => owner === 'owner' && followers === 0);
  const followers = made.map(({ id }) =>
    decodeHappening({ kind: 'followers', at, playlist: id, most: 9, everyHours: 24 }),
  );
  world.happenings = [...world.happenings, ...followers];
}
