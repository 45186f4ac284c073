import { remoteClock } from '../../src/adapters/clock/remote-clock.ts';
import { Gate } from '../../src/adapters/spotify/gate.ts';
import { type Opening, openSpotify } from '../../src/adapters/spotify/open.ts';
import { pacer } from '../../src/adapters/spotify/pace.ts';
import type { AccountName, PlaylistId, TrackUri } from '../../src/domain/ids.ts';
import { keysOf } from '../../src/domain/playlist.ts';
import { Failure } from '../../src/problem/failure.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { plenty } from '../build/requests.ts';
import { here, list, local, uri, world } from '../simulator/here.ts';

export const studio = 'studio' as AccountName;
export const playlistId = list as PlaylistId;
export const track = (letter: string): TrackUri => uri(letter) as TrackUri;

type Fault = {
  readonly kind: string;
  readonly nth?: readonly number[];
  readonly when?: string;
  [more: string]: unknown;
};

/** Faults of these kinds, one request after the other, at one address. */
export const faults = (method: string, path: string, ...kinds: readonly string[]): readonly Fault[] =>
  kinds.map((kind, index) => ({ method, path, kind, nth: [index + 1] }));

/** The adapter, signed in as the owner of a simulated world, on its time. */
export async function opened(file: object = world(), more: Partial<Opening> = {}, budget = plenty) {
  const there = await here(file);
  const { apiUrl, authUrl, clockUrl, log } = there.simulator;
  const clock = await remoteClock(clockUrl);
  // A token that rotates was used up by the simulator's own sign-in.
  const refreshToken = there.world.users.get('owner')?.refreshTokens.at(-1)?.token ?? 'refresh';
  const spotify = openSpotify({
    apiUrl,
    authUrl,
    app: 'main',
    clientId: 'app',
    account: studio,
    secret: () => ({ v: 1, refresh_token: refreshToken, authorized_at: '2026-11-01T00:00:00Z' }),
    clock,
    pace: pacer(100, clock),
    gate: new Gate({ clock, budget }),
    random: () => 0,
    patienceMs: 300,
    ...more,
  });
  /** What was asked of the Web API, as `GET /me 200`, in order. */
  const asked = (): readonly string[] =>
    log.filter(({ path }) => path !== '/api/token').map(({ method, path, status }) => `${method} ${path} ${status}`);
  const signIns = (): number => log.filter(({ path }) => path === '/api/token').length;
  return { ...there, ...spotify, clock, asked, signIns };
}

/** What a promise was refused with; fails when it was not. */
export async function refusal(promise: Promise<unknown>): Promise<Problem> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Failure) return error.problems[0];
    throw error;
  }
  throw new Error('it was not refused');
}

/** Rows as letters, as `here` shows them: `-` for gone, `L` for the local file. */
export const letters = (rows: Parameters<typeof keysOf>[0]): string =>
  keysOf(rows)
    .map((key) => (key.startsWith('gone:') ? '-' : key === (local as string) ? 'L' : (key[14] ?? '?')))
    .join('');
