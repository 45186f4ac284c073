import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secrets } from '../../../src/simulator/serve.ts';
import { type Simulator, startSimulator } from '../../../src/simulator/start.ts';
import { decodeWorld, encodeWorld } from '../../../src/simulator/world/world.ts';
import { openGate, type Passing } from '../../scenarios/stage/gate.ts';
import { root } from '../../scenarios/stage/run.ts';
import { type Change, type Doer, Witness } from './truth.ts';

/** A repository and a world, each as they are before something happens; standing up copies both. */
export type Template = {
  readonly folder: string;
  readonly world: unknown;
  /** What happened since the ledger was written last. */
  readonly changes: readonly Change[];
};

/** What runs: the built bundle, or the sources. */
export type Program = { readonly script: string; readonly cache: string };

export type Ended = {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
};

export type Hooks = {
  /** Counted from 1 within the process; `lost`: it is never sent, or nobody hears the answer. */
  readonly before?: (nth: number, passing: Passing) => 'lost' | undefined | Promise<'lost' | undefined>;
  readonly after?: (nth: number, passing: Passing) => 'lost' | undefined | Promise<'lost' | undefined>;
};

export type Process = { readonly pid: number; kill(): Promise<void>; readonly ended: Promise<Ended> };

/** A simulator and a repository of their own, and one process after the other that works with them. */
export class Stand {
  readonly folder: string;
  readonly simulator: Simulator;
  readonly witness: Witness;
  /** How many processes were started. */
  processes = 0;
  /** Requests of the present process that reached the gate. */
  requests = 0;
  readonly #program: Program;
  #hooks: Hooks = {};
  #gate: Awaited<ReturnType<typeof openGate>> | undefined;

  private constructor(folder: string, simulator: Simulator, program: Program) {
    this.folder = folder;
    this.simulator = simulator;
    this.#program = program;
    this.witness = new Witness(simulator.world);
  }

  static async open({ folder: from, world, changes }: Template, program: Program): Promise<Stand> {
    const folder = await mkdtemp(join(tmpdir(), 'setlist-stop-'));
    await cp(from, folder, { recursive: true });
    const stand = new Stand(folder, await startSimulator({ world: decodeWorld(world) }), program);
    stand.witness.changes.push(...changes);
    stand.#gate = await openGate(
      stand.simulator.authUrl,
      (passing) => stand.#hooks.before?.(++stand.requests, passing),
      (passing) => {
        stand.witness.note({ by: 'setlist', process: stand.processes - 1 });
        return stand.#hooks.after?.(stand.requests, passing);
      },
    );
    return stand;
  }

  async close(): Promise<void> {
    this.#gate?.close();
    await this.simulator.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The command in a process of its own. `git` is a folder to look for git in first. */
  start(args: readonly string[], hooks: Hooks = {}, env: Readonly<Record<string, string>> = {}): Process {
    this.#hooks = { ...hooks, before: hooks.before ?? (() => undefined) };
    this.processes += 1;
    this.requests = 0;
    const child = spawn(join(root, 'node_modules', '.bin', 'node'), [this.#program.script, ...args], {
      cwd: this.folder,
      env: { ...this.#env(), ...env },
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
    const text = (parts: readonly Buffer[]): string => Buffer.concat(parts).toString('utf8');
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exit, signal) => resolve({ exit, signal, out: text(out), err: text(err) }));
    });
    const kill = async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    };
    return { pid: child.pid ?? 0, kill, ended };
  }

  /** A person does this to a playlist. */
  byHand(since: Extract<Doer, { by: 'hand' }>['since'], edit: () => void): void {
    edit();
    this.witness.note({ by: 'hand', since });
  }

  /** Time goes on. */
  pass(ms: number): void {
    this.simulator.world.nowMs += ms;
  }

  #env(): NodeJS.ProcessEnv {
    const { PATH = '' } = process.env;
    const { world, clockUrl, authUrl } = this.simulator;
    const origin = this.#gate?.origin ?? authUrl;
    return {
      PATH,
      HOME: this.folder,
      NODE_COMPILE_CACHE: this.#program.cache,
      SETLIST_SPOTIFY_API_URL: `${origin}/v1`,
      SETLIST_SPOTIFY_AUTH_URL: origin,
      SETLIST_CLOCK_URL: clockUrl,
      ...Object.fromEntries(secrets(world).map(({ user, secret }) => [`SETLIST_TOKEN_${user.toUpperCase()}`, secret])),
    };
  }

  /** A copy of how everything stands now, to begin again from. */
  async save(): Promise<Template> {
    const folder = await mkdtemp(join(tmpdir(), 'setlist-stop-'));
    await cp(this.folder, folder, { recursive: true });
    return { folder, world: structuredClone(encodeWorld(this.simulator.world)), changes: this.witness.changes };
  }
}
