import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { remoteClock } from '../../../src/adapters/clock/remote-clock.ts';
import { disk } from '../../../src/adapters/files/disk.ts';
import { openGit } from '../../../src/adapters/git/open-git.ts';
import { forgetting } from '../../../src/adapters/git/slate.ts';
import type { Ports } from '../../../src/app/ports.ts';
import { runNight, standingRefusals } from '../../../src/app/sync.ts';
import type { Night } from '../../../src/app/syncing/night.ts';
import { connect } from '../../../src/cli/connect.ts';
import { variables } from '../../../src/cli/embedded.ts';
import { type Simulator, startSimulator } from '../../../src/simulator/start.ts';
import type { World } from '../../../src/simulator/world/world.ts';
import { gitBeside } from './beside.ts';

type Texts = Readonly<Record<string, string>>;

/** A real repository and a simulator, both of this process: nights of `sync` without a process each. */
export type Stage = {
  readonly folder: string;
  readonly world: World;
  readonly ports: Ports;
  /** What a process of its own needs to find this Spotify and its time. */
  readonly env: Readonly<Record<string, string>>;
  /** What Spotify was asked by the last `sync`. */
  readonly log: Simulator['log'];
  sleepUntil(ms: number): Promise<void>;
  /** A person commits these files. */
  commit(message: string, files: Texts): Promise<void>;
  git(...args: readonly string[]): Promise<string>;
  /** `reports`: whether charts and pages are made too. `signsIn`: somebody signs in before, as the usual way is here. */
  sync(options?: { readonly reports?: boolean; readonly signsIn?: boolean }): Promise<Night>;
  /** `keep`: the folder stays. */
  close(options?: { readonly keep: boolean }): Promise<void>;
};

const run = promisify(execFile);

export type Staging = {
  /** Called for each request when all it does is done and nothing was answered yet. */
  readonly done?: () => void;
  /** Whether the ledger says that it is of a simulator: processes of their own see that it is. */
  readonly simulated?: boolean;
};

export async function openStage(
  world: World,
  files: Texts,
  { done = () => undefined, simulated = false }: Staging = {},
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-nights-'));
  const simulator = await startSimulator({ world, done });
  const clock = await remoteClock(simulator.clockUrl);
  const beside = gitBeside();
  const ports: Ports = {
    ...portsFor(simulator, folder, clock),
    git: openGit(folder, process.env, beside.start),
    simulated,
  };
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', args, { cwd: folder, env: asPerson(clock.now()), maxBuffer: 1 << 28 })).stdout;
  const stage: Stage = {
    folder,
    world,
    ports,
    env: variables(simulator),
    log: simulator.log,
    sleepUntil: (ms) => clock.sleep(Math.max(0, ms - clock.now())),
    commit: async (message, texts) => {
      for (const [path, text] of Object.entries(texts)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
      await git('add', '--all');
      await git('commit', '--quiet', '--allow-empty', '--message', message);
    },
    git,
    sync: ({ reports = true, signsIn = true } = {}) => {
      if (signsIn) renew(world);
      // It would hold every request of a year.
      simulator.clearLog();
      return runNight(ports, (workspace) => ({
        due: 'schedule',
        reports,
        refusals: () => standingRefusals(workspace, ports),
      }));
    },
    close: async ({ keep } = { keep: false }) => {
      beside.close();
      await simulator.close();
      if (!keep) await rm(folder, { recursive: true, force: true });
    },
  };
  await git('init', '--quiet', '--initial-branch=main');
  await stage.commit('Rules', files);
  return stage;
}

/** What the command line opens, without an environment. */
const portsFor = (simulator: Simulator, folder: string, clock: Ports['clock']): Omit<Ports, 'git'> => ({
  files: disk(folder),
  clock,
  say: () => undefined,
  connect: (...given) => connect(variables(simulator), simulator, { clock })(...given),
  slate: forgetting,
  unkept: () => [],
  suspended: false,
  started: { trigger: 'schedule', actor: null },
  // As in a ledger of Spotify itself, whose pages link every track.
  simulated: false,
  world: null,
  signal: new AbortController().signal,
  close: async () => undefined,
});

/** A sign-in lasts six months at Spotify, histories last longer: somebody signs in again. */
function renew({ users, nowMs }: World): void {
  for (const user of users.values())
    for (const token of user.refreshTokens) token.authorizedAt = new Date(nowMs).toISOString();
}

const asPerson = (nowMs: number): NodeJS.ProcessEnv => {
  const { PATH, HOME } = process.env;
  const who = { NAME: 'Ana', EMAIL: 'ana@example.org', DATE: new Date(nowMs).toISOString() };
  const of = (role: string) => Object.fromEntries(Object.entries(who).map(([key, is]) => [`GIT_${role}_${key}`, is]));
  // Packing in the background would meet the bench's own.
  const noPacking = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'gc.auto', GIT_CONFIG_VALUE_0: '0' };
  return { PATH, HOME, GIT_CONFIG_GLOBAL: '/dev/null', ...noPacking, ...of('AUTHOR'), ...of('COMMITTER') };
};
