import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { remoteClock } from '../adapters/clock/remote-clock.ts';
import type { World } from '../app/ports.ts';
import type { AccountName } from '../domain/ids.ts';
import { secretVariable } from '../domain/sign-in.ts';
import { parseOrigin } from '../ledger/origin.ts';
import { originPath, worldPath } from '../ledger/paths.ts';
import type { Git } from '../ports.ts';
import { secrets } from '../simulator/serve.ts';
import { type Simulator, startSimulator } from '../simulator/start.ts';
import { renderWorld } from '../simulator/world/render.ts';
import { decodeWorld } from '../simulator/world/world.ts';

/** A Spotify that lives in the ledger itself. */
export type Embedded = {
  /** Where it is, as the environment would say it. */
  readonly env: Readonly<Record<string, string>>;
  readonly world: World;
  readonly close: () => Promise<void>;
};

const dayMs = 86_400_000;
/** Runs begin a quarter past three, as most do. */
const startOfRunMs = (3 * 60 + 17) * 60_000;

/**
 * Starts the simulator on the world of a simulated ledger, where the environment names no Spotify; undefined elsewhere. A
 * nightly run gives its git: it takes place the night after the world's last one, though a killed run left an older one.
 */
export async function openEmbedded(
  folder: string,
  env: NodeJS.ProcessEnv,
  nightly: Pick<Git, 'settle'> | null,
): Promise<Embedded | undefined> {
  if (env['SETLIST_SPOTIFY_API_URL'] !== undefined) return undefined;
  const read = (path: string): Promise<string | undefined> =>
    readFile(join(folder, path), 'utf8').catch(() => undefined);
  const origin = await read(originPath);
  // A world without a ledger is that of the next one, as after "init --fresh".
  const parsed = origin === undefined ? undefined : parseOrigin(origin, originPath);
  if (parsed !== undefined && !(parsed.ok && parsed.value.simulated)) return undefined;
  // What is wrong with the repository is told with all else that is.
  await nightly?.settle([worldPath]).catch(() => undefined);
  const world = await read(worldPath);
  if (world === undefined) return undefined;
  const simulator = await startSimulator({ world: decodeWorld(JSON.parse(world)) });
  if (nightly !== null) {
    const clock = await remoteClock(simulator.clockUrl);
    await clock.sleep(nextRunMs(clock.now()) - clock.now());
  }
  const isCurrent = async (): Promise<boolean> => (await read(worldPath)) === world;
  return {
    env: variables(simulator),
    world: { text: () => renderWorld(simulator.world), isCurrent },
    close: () => simulator.close(),
  };
}

const nextRunMs = (nowMs: number): number => (Math.floor(nowMs / dayMs) + 1) * dayMs + startOfRunMs;

/** What the environment says of a simulator. */
export const variables = ({ apiUrl, authUrl, clockUrl, world }: Simulator): Readonly<Record<string, string>> => ({
  SETLIST_SPOTIFY_API_URL: apiUrl,
  SETLIST_SPOTIFY_AUTH_URL: authUrl,
  SETLIST_CLOCK_URL: clockUrl,
  ...Object.fromEntries(secrets(world).map(({ user, secret }) => [secretVariable(user as AccountName), secret])),
});
