import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'vitest';
import { secrets } from '../../../src/simulator/serve.ts';
import { type Simulator, startSimulator } from '../../../src/simulator/start.ts';
import { changed } from '../../../src/simulator/world/edit.ts';
import { decodeWorld, type World } from '../../../src/simulator/world/world.ts';
import { commitAll } from './commit-all.ts';
import { type Before, openGate } from './gate.ts';
import { type Ended, type Running, root, start } from './run.ts';
import { hashesBelow, type Texts, textsBelow, writeTree } from './tree.ts';
import { playlistId, setlistYaml } from './world.ts';

export type Setting = {
  /** A world, or a world file. */
  readonly world: World | object;
  /** Files of the repository; `example` is the portfolio of this project. */
  readonly files: Texts | 'example';
  /** Called before each request that goes to the Web API. */
  readonly before?: Before;
};

export type Env = Readonly<Record<string, string | undefined>>;

export type Stage = {
  readonly folder: string;
  readonly simulator: Simulator;
  readonly world: World;
  /** Runs a command to its end; a variable that is undefined is taken out of the environment. */
  setlist(args: string, env?: Env): Promise<Ended>;
  start(args: string, env?: Env): Running;
  /** Writes these files and commits them, as a person would. */
  write(texts: Texts): Promise<void>;
  /** Takes a file away and commits that. */
  remove(path: string): Promise<void>;
  hashes(): Promise<Texts>;
  /** All files below a folder as one text. */
  texts(folder: string): Promise<string>;
  /** Requests to the Web API in order, as `METHOD /path status`; forgotten once they were told. */
  requests(): readonly string[];
  /** The letters of the playlist `List`, or of another. */
  rows(id?: string): string;
  /** Somebody edits the playlist `List` by hand. */
  edit(letters: string): void;
};

type Fixtures = { readonly open: (setting: Setting) => Promise<Stage> };

/** `open` sets a stage: a simulator on a socket, a repository in a temporary folder. Both are gone when the test ends. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest asks for a pattern.
  open: async ({}, use) => {
    const closing: (() => unknown)[] = [];
    await use(async (setting) => {
      const { stage, close } = await set(setting);
      closing.push(close);
      return stage;
    });
    await Promise.all(closing.map((close) => close()));
  },
});

async function set({ world: given, files, before }: Setting) {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-'));
  if (files === 'example') await cp(join(root, 'playlists'), join(folder, 'playlists'), { recursive: true });
  else await writeTree(folder, { 'playlists/setlist.yaml': setlistYaml, ...files });
  commitAll(folder, 'Rules');
  const world = isWorld(given) ? given : decodeWorld(given);
  const simulator = await startSimulator({ world });
  const gate = before === undefined ? undefined : await openGate(simulator.authUrl, before);
  const usual = environment(simulator, gate?.origin ?? simulator.authUrl);
  const run = (args: string, env: Env = {}) => start(words(args), { cwd: folder, env: defined({ ...usual, ...env }) });
  const stage: Stage = {
    folder,
    simulator,
    world,
    start: run,
    setlist: async (args, env) => plain(await run(args, env).ended),
    write: async (texts) => {
      await writeTree(folder, texts);
      commitAll(folder, 'Change rules');
    },
    remove: async (path) => {
      await rm(join(folder, path));
      commitAll(folder, 'Take a rule away');
    },
    hashes: () => hashesBelow(folder),
    texts: (below) => textsBelow(join(folder, below)),
    requests: () => {
      const told = simulator.log
        .filter(({ path }) => path !== '/api/token')
        .map(({ method, path, status }) => `${method} ${path} ${status}`);
      simulator.clearLog();
      return told;
    },
    rows: (id = playlistId) => (world.playlists.get(id)?.rows ?? []).map(({ uri }) => uri?.[14] ?? '-').join(''),
    edit: (letters) => editByHand(world, letters),
  };
  const close = async () => {
    gate?.close();
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { stage, close };
}

const isWorld = (given: World | object): given is World => 'tracks' in given && given.tracks instanceof Map;

/** Words by spaces; quotes hold a text with spaces together. */
const words = (args: string): readonly string[] =>
  [...args.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const environment = ({ clockUrl, world }: Simulator, origin: string): Env => ({
  SETLIST_SPOTIFY_API_URL: `${origin}/v1`,
  SETLIST_SPOTIFY_AUTH_URL: origin,
  SETLIST_CLOCK_URL: clockUrl,
  ...Object.fromEntries(secrets(world).map(({ user, secret }) => [`SETLIST_TOKEN_${user.toUpperCase()}`, secret])),
});

const defined = (env: Env): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** Ports differ from run to run. */
const plain = ({ exit, out, err }: Ended): Ended => ({ exit, out: portless(out), err: portless(err) });
const portless = (text: string): string => text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT');

function editByHand(world: World, letters: string): void {
  const playlist = world.playlists.get(playlistId);
  if (playlist === undefined) throw new Error('There is no such playlist');
  playlist.rows = [...letters].map((letter) => {
    const uri = `spotify:track:${letter.padEnd(22, '0')}`;
    return { uri, addedAt: new Date(world.nowMs).toISOString(), addedBy: 'owner' };
  });
  changed(world, playlist);
}
