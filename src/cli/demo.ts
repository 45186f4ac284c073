import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remoteClock } from '../adapters/clock/remote-clock.ts';
import { disk } from '../adapters/files/disk.ts';
import { openGit } from '../adapters/git/open-git.ts';
import { secretVariable } from '../adapters/spotify/secret.ts';
import { apply } from '../app/apply.ts';
import { plan } from '../app/plan.ts';
import type { Ports } from '../app/ports.ts';
import type { Result } from '../app/result.ts';
import { validate } from '../app/validate.ts';
import type { AccountName } from '../domain/ids.ts';
import { exits, worstExit } from '../problem/exit.ts';
import { renderProblem } from '../problem/render.ts';
import { secrets } from '../simulator/serve.ts';
import { type Simulator, startSimulator } from '../simulator/start.ts';
import { seededWorld } from '../simulator/world/seeded.ts';
import { connect } from './connect.ts';

export type DemoOptions = {
  readonly seed: string;
  readonly signal: AbortSignal;
  readonly print: (text: string) => void;
};

/** One night of the example portfolio against the simulator, in a temporary copy: nothing of the repository is touched. */
export async function demo(portfolio: string, { seed, signal, print }: DemoOptions): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-demo-'));
  const simulator = await startSimulator({ world: seededWorld(seed) });
  try {
    await cp(join(portfolio, 'playlists'), join(folder, 'playlists'), { recursive: true });
    return await night(await portsFor(simulator, folder, signal), print);
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The four steps; each is shown as its command shows it. The last must find nothing left to do. */
async function night(ports: Ports, print: (text: string) => void): Promise<Result> {
  const planning = { offline: false, at: 'now', all: false };
  const steps: readonly (readonly [string, () => Promise<Result>])[] = [
    ['setlist validate', () => validate(ports)],
    ['setlist plan', () => plan(planning, ports)],
    ['setlist apply --yes', () => apply({ yes: true, all: false }, ports)],
    ['setlist plan', () => plan(planning, ports)],
  ];
  const results: Result[] = [];
  for (const [command, run] of steps) {
    const result = await run();
    print([`\n$ ${command}`, result.text, ...result.problems.map((one) => renderProblem(one))].join('\n\n'));
    results.push(result);
  }
  const exit = worstExit(
    [...results.filter(({ exit }) => exit !== exits.pending), ...results.slice(-1)].map((one) => one.exit),
  );
  const text = exit === exits.done ? '\nThe playlists are as the rules say.' : '\nSomething is left to do.';
  return { text, json: {}, problems: [], exit };
}

async function portsFor(
  { apiUrl, authUrl, clockUrl, world }: Simulator,
  folder: string,
  signal: AbortSignal,
): Promise<Ports> {
  const clock = await remoteClock(clockUrl);
  const tokens = secrets(world).map(({ user, secret }) => [secretVariable(user as AccountName), secret] as const);
  return {
    files: disk(folder),
    clock,
    say: () => undefined,
    connect: connect(Object.fromEntries(tokens), { apiUrl, authUrl }, clock),
    suspended: false,
    git: openGit(folder, process.env),
    simulated: true,
    started: { trigger: 'manual', actor: null },
    signal,
  };
}
