import { fetch } from 'undici';
import { onTestFinished } from 'vitest';
import { type Simulator, startSimulator } from '../../src/simulator/start.ts';
import type { Playlist } from '../../src/simulator/world/schema/playlists.ts';
import { decodeWorld, type World } from '../../src/simulator/world/world.ts';
import { mustBeAllowed } from './openapi/allowed.ts';

/** An id whose letter can be read: `a` is `a000…`. */
export const id = (letter: string): string => letter.padEnd(22, '0');
export const uri = (letter: string): string => `spotify:track:${id(letter)}`;
export const uris = (letters: string): string[] => [...letters].map(uri);
export const list = id('list');
export const items = `/playlists/${list}/items`;

export const allScopes = (
  'playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public ' +
  'user-library-read user-library-modify user-top-read user-follow-read user-follow-modify ' +
  'user-read-recently-played ugc-image-upload'
).split(' ');

export const local = 'spotify:local:Someone:Demos:Tape+1:214';
const row = (letter: string) => ({ uri: letter === '-' ? null : letter === 'L' ? local : uri(letter) });

/** Tracks a to z that are there, `x` dead, `s` shown as `t` at home; one list of the owner's with these rows. */
export const world = (rows = '', more: object = {}, playlist: object = {}) => ({
  seed: 'tests',
  clock: '2026-11-22T03:00:00Z',
  settings: { publicSticks: 'never' },
  apps: [{ id: 'app', pace: null }],
  users: [owner(), { id: 'other' }],
  artists: [{ id: id('Ann'), name: 'Ann & Bo', genres: ['jazz'] }],
  tracks: [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({
    id: id(letter),
    name: `Song ${letter}`,
    artists: [id('Ann')],
    ...(letter === 'x' ? { dead: true } : {}),
    ...(letter === 's' ? { relinks: { DE: id('t') } } : {}),
    ...(letter === 'u' ? { playableIn: ['US'] } : {}),
  })),
  shows: [{ id: id('show'), name: 'Talk', episodes: [id('talk')] }],
  episodes: [{ id: id('talk'), name: 'Talk 1', show: id('show') }],
  playlists: [{ id: list, owner: 'owner', name: 'List', rows: [...rows].map(row), ...playlist }],
  ...more,
});

export const owner = (more: object = {}, scopes = allScopes) => ({
  id: 'owner',
  refreshTokens: [{ token: 'refresh', app: 'app', scopes: scopes.join(' '), authorizedAt: '2026-11-01T00:00:00Z' }],
  ...more,
});

export type Answer = { status: number; body: unknown; text: string; header(name: string): string | null };
export type Here = {
  readonly simulator: Simulator;
  readonly world: World;
  /** The list of the tests, as it stands in the world. */
  readonly list: Playlist;
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  token(form: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  sleep(seconds: number): Promise<void>;
  /** A new access token for `ask`: they last an hour. */
  signIn(): Promise<void>;
  /** The rows as letters: `-` for null, `L` for the local file. */
  rows(): string;
};

export const refreshing = { grant_type: 'refresh_token', refresh_token: 'refresh', client_id: 'app' };

/** A simulator for one test, with its owner signed in. */
export async function here(file: object = world()): Promise<Here> {
  const simulator = await startSimulator({ world: decodeWorld(file) });
  onTestFinished(() => simulator.close());
  const token = async (form: Record<string, string>, headers = {}): Promise<Answer> =>
    answerOf(
      await fetch(`${simulator.authUrl}/api/token`, { method: 'POST', body: new URLSearchParams(form), headers }),
    );
  let access = '';
  const signIn = async () => {
    access = ((await token(refreshing)).body as { access_token: string }).access_token;
  };
  await signIn();
  simulator.clearLog();
  return {
    simulator,
    world: simulator.world,
    get list() {
      return found(simulator.world.playlists.get(list));
    },
    token,
    signIn,
    async ask(method, path, body, headers = {}) {
      const sent = { authorization: `Bearer ${access}`, 'content-type': 'application/json', ...headers };
      const payload = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await answerOf(
        await fetch(`${simulator.apiUrl}${path}`, { method, headers: sent, body: payload }),
      );
      const { pathname, searchParams } = new URL(path, simulator.authUrl);
      const { status, text: answered } = answer;
      const request = { method, path: pathname, query: searchParams, contentType: '', sent: '' };
      const { apps, faults } = simulator.world;
      // A fault is there to answer what is not allowed.
      if (faults.length === 0) mustBeAllowed(found(apps.get('app')).dialect, { ...request, status, answered });
      return answer;
    },
    async sleep(seconds) {
      const body = JSON.stringify({ untilMs: simulator.nowMs() + seconds * 1000 });
      await fetch(`${simulator.clockUrl}/sleep`, { method: 'POST', body });
    },
    rows: () =>
      found(simulator.world.playlists.get(list))
        .rows.map(({ uri }) => letterOf(uri))
        .join(''),
  };
}

const letterOf = (text: string | null): string => (text === null ? '-' : text === local ? 'L' : (text[14] ?? '?'));

export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('Not found');
  return value;
}

async function answerOf(response: Awaited<ReturnType<typeof fetch>>): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, text, body: json(text), header: (name) => response.headers.get(name) };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Status and message, as one text. */
export const said = ({ status, body }: Answer): string => {
  const { error } = (body ?? {}) as { error?: { message?: string } };
  return error?.message === undefined ? `${status}` : `${status} ${error.message}`;
};
