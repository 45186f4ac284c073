import { join } from 'node:path';
import { test as base } from 'vitest';
import { secrets } from '../../src/simulator/serve.ts';
import { startSimulator } from '../../src/simulator/start.ts';
import { decodeWorld } from '../../src/simulator/world/world.ts';
import { type GitCommand, repositories } from '../github/repository.ts';
import { type GitHub, startGitHub } from '../github/server.ts';
import type { Texts } from '../scenarios/stage/tree.ts';
import { setlistYaml, smallWorld } from '../scenarios/stage/world.ts';
import { bundle } from './bundle.ts';
import { type Job, runStep, type Step } from './runner.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export type Stage = {
  /** Runs a step of a job against the simulator and the local GitHub. */
  step(inputs: Readonly<Record<string, string>>, env?: Variables, started?: Job['started']): Promise<Step>;
  readonly github: GitHub;
  readonly bare: GitCommand;
  readonly clone: GitCommand;
  readonly folder: string;
  /** The account's secret, as the workflow hands it over. */
  readonly secret: string;
  /** Requests to the Web API so far, as `METHOD /path status`; forgotten once they were told. */
  requests(): readonly string[];
};

type Setting = { readonly files: Texts; readonly world?: object };
type Fixtures = { readonly built: { readonly main: string }; readonly open: (setting: Setting) => Promise<Stage> };

/** `open` sets a stage: a simulator, a local GitHub and a checkout of its repository. All is gone when the test ends. */
export const test = base.extend<Fixtures>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest asks for a pattern.
    async ({}, use) => {
      const { main, remove } = await bundle();
      await use({ main });
      remove();
    },
    { scope: 'file' },
  ],
  open: async ({ built }, use) => {
    const closing: (() => unknown)[] = [];
    await use(async (setting) => {
      const { stage, close } = await set(built.main, setting);
      closing.push(close);
      return stage;
    });
    for (const close of closing) await close();
  },
});

async function set(main: string, { files, world = smallWorld('') }: Setting) {
  const { server, bare, clone, remove } = await repositories({ 'playlists/setlist.yaml': setlistYaml, ...files });
  const github = await startGitHub(bare.git);
  const simulator = await startSimulator({ world: decodeWorld(world) });
  const secret = secrets(simulator.world)[0]?.secret ?? '';
  const usual: Variables = {
    GITHUB_API_URL: github.apiUrl,
    // A push goes straight into the bare repository.
    GITHUB_SERVER_URL: server,
    SETLIST_SPOTIFY_API_URL: simulator.apiUrl,
    SETLIST_SPOTIFY_AUTH_URL: simulator.authUrl,
    SETLIST_CLOCK_URL: simulator.clockUrl,
    SETLIST_TOKEN_OWNER: secret,
  };
  const temp = join(clone.folder, '..', 'runner');
  const plain = (text: string): string =>
    text
      .replaceAll(temp, '<temp>')
      .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
      .replaceAll(/commit [0-9a-f]{7,40}/g, 'commit <sha>');
  const stage: Stage = {
    github,
    bare: bare.git,
    clone: clone.git,
    folder: clone.folder,
    secret,
    step: async (inputs, env = {}, started) => {
      const given = { token: github.token, ...inputs };
      const job = { main, workspace: clone.folder, temp, inputs: given, env: { ...usual, ...env } };
      const ended = await runStep(started === undefined ? job : { ...job, started });
      const { log, err, summary, outputs } = ended;
      const plan = plain(outputs['plan'] ?? '');
      return { ...ended, log: plain(log), err: plain(err), summary: plain(summary), outputs: { ...outputs, plan } };
    },
    requests: () => {
      const told = simulator.log.map(({ method, path, status }) => `${method} ${path} ${status}`);
      simulator.clearLog();
      return told;
    },
  };
  const close = async () => {
    await Promise.all([github.close(), simulator.close()]);
    remove();
  };
  return { stage, close };
}

/** Who committed what, the newest first. */
export const subjects = ({ bare }: Stage): readonly string[] => bare(['log', '--format=%an: %s', 'main']).split('\n');
