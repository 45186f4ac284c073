import { readFile, writeFile } from 'node:fs/promises';
import { accountIdOf } from './endpoints/me.ts';
import { type Simulator, startSimulator } from './start.ts';
import { seededWorld } from './world/seeded.ts';
import { decodeWorld, encodeWorld, type World } from './world/world.ts';

export type ServeOptions = {
  readonly port: number;
  /** A world file; a seeded world is made when there is none. */
  readonly worldFile?: string;
  readonly seed?: string;
  /** Writes the world back into its file at the end. */
  readonly saveOnExit?: boolean;
  say(text: string): void;
  readonly signal: AbortSignal;
};

/** The simulator as a command: serves until the signal comes. */
export async function serve({ port, worldFile, seed = 'setlist', saveOnExit = false, say, signal }: ServeOptions) {
  const world =
    worldFile === undefined ? seededWorld(seed) : decodeWorld(JSON.parse(await readFile(worldFile, 'utf8')));
  const simulator = await startSimulator({ world, port });
  say(introduction(simulator));
  if (!signal.aborted) {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  }
  await simulator.close();
  if (saveOnExit && worldFile !== undefined) {
    await writeFile(worldFile, `${JSON.stringify(encodeWorld(world), null, 1)}\n`);
    say(`World saved in ${worldFile}`);
  }
}

function introduction({ apiUrl, authUrl, clockUrl, world }: Simulator): string {
  const lines = [
    `Simulated Spotify: ${world.tracks.size} tracks, ${world.playlists.size} playlists, ${new Date(world.nowMs).toISOString()}`,
    '',
    'Point Setlist at it:',
    `  export SETLIST_SPOTIFY_API_URL=${apiUrl}`,
    `  export SETLIST_SPOTIFY_AUTH_URL=${authUrl}`,
    `  export SETLIST_CLOCK_URL=${clockUrl}`,
    ...secrets(world).map(({ user, secret }) => `  export SETLIST_TOKEN_${variable(user)}=${secret}`),
    '',
    `Apps (client ids): ${[...world.apps.keys()].join(', ')}`,
    `What it was asked: ${authUrl}/simulator/log`,
  ];
  return lines.join('\n');
}

const variable = (user: string): string => user.toUpperCase().replace(/[^A-Z0-9]/g, '_');

/** One opaque text for each user that has signed in, in the form that Setlist reads its secrets. */
export const secrets = (world: World): { user: string; secret: string }[] =>
  [...world.users.values()].flatMap(({ id, refreshTokens }) => {
    const grant = refreshTokens.find(({ revoked }) => !revoked);
    if (grant === undefined) return [];
    const clientSecret = grant.needsSecret ? world.apps.get(grant.app)?.secret : null;
    const value = {
      v: 1,
      refresh_token: grant.token,
      ...(clientSecret ? { client_secret: clientSecret } : {}),
      user_id: id,
      account_id: accountIdOf({ id }),
      authorized_at: grant.authorizedAt,
    };
    return [{ user: id, secret: Buffer.from(JSON.stringify(value)).toString('base64url') }];
  });
