import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { program } from '../../../src/cli/program.ts';
import { secrets } from '../../../src/simulator/serve.ts';
import { answerOf, freePort } from '../../cli/login/browser.ts';
import { test as base } from '../stage/stage.ts';
import { clientId, control, rule, smallWorld } from '../stage/world.ts';
import { openFront } from './front.ts';
import { said } from './in-process.ts';

export const clientSecret = 'canary client+secret/="';
export const refreshToken = 'canary/refresh+token="';
const name = 'SETLIST_TOKEN_OWNER';

const scopes =
  'playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public user-library-read ' +
  'user-top-read user-follow-read';
export const world = smallWorld('abc', {
  owner: {
    refreshTokens: [
      { token: refreshToken, app: clientId, scopes, authorizedAt: '2026-11-01T00:00:00Z', needsSecret: true },
    ],
  },
  more: {
    settings: { publicSticks: 'never', signsIn: 'owner' },
    apps: [{ id: clientId, secret: clientSecret, rotates: true, redirectUris: ['http://127.0.0.1/callback'] }],
  },
});
export const files = {
  'playlists/night.yaml': rule('List', 'cabd'),
  'playlists/new.yaml': rule('New', 'ef'),
  ...control('night'),
};

/** Every command that the program has. */
export const everyCommand = (): readonly string[] =>
  program({}, new AbortController().signal, () => undefined).commands.map((one) => one.name());

type Fixtures = { readonly canary: () => ReturnType<typeof set> };
/** `canary` sets a stage on which every secret is known. */
export const test = base.extend<Fixtures>({
  canary: async ({ open }, use) => {
    await use(() => set(open));
  },
});

async function set(open: (setting: { world: object; files: typeof files }) => Promise<{ folder: string } & Open>) {
  const stage = await open({ world, files });
  const front = await openFront(stage.simulator.authUrl);
  onTestFinished(() => front.close());
  const { PATH, HOME } = process.env;
  const usual = {
    PATH,
    HOME,
    SETLIST_SPOTIFY_API_URL: `${front.origin}/v1`,
    SETLIST_SPOTIFY_AUTH_URL: front.origin,
    SETLIST_CLOCK_URL: stage.simulator.clockUrl,
    SETLIST_CLIENT_SECRET: clientSecret,
  };
  const given = new Set<string>([refreshToken, clientSecret]);
  const know = (secret: string): void => {
    const json = Buffer.from(secret, 'base64url').toString('utf8');
    for (const one of [secret, json, String(JSON.parse(json).refresh_token)]) given.add(one);
  };
  const ran: typeof said = (...given) => {
    front.begin();
    return said(...given);
  };
  const secretNow = (): string => {
    const secret = secrets(stage.simulator.world)[0]?.secret ?? '';
    know(secret);
    return secret;
  };
  return {
    folder: stage.folder,
    simulator: stage.simulator,
    front,
    know,
    /** Everything secret that was given, sent or handed out so far. */
    secrets: (): ReadonlySet<string> => new Set([...given, ...front.secrets]),
    /** Runs a command; `env` is added to what it is usually given. */
    setlist: (args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}) =>
      ran([...args.map((one) => one.replace('{folder}', stage.folder)), '--dir', stage.folder], {
        ...usual,
        [name]: secretNow(),
        ...env,
      }),
    login: async (args: readonly string[]) => {
      const port = await freePort();
      let isShown = false;
      return ran(['login', '--port', `${port}`, '--no-browser', ...args, '--dir', stage.folder], usual, (text) => {
        const shown = /^http\S+\/authorize\?\S+$/m.exec(text)?.[0];
        if (isShown || shown === undefined) return;
        isShown = true;
        void answerOf(shown).then((back) => {
          given.add(back.searchParams.get('code') ?? '');
          return fetch(back);
        });
      });
    },
    /** Every file, git's own included, and what its objects hold. */
    left: async (): Promise<string> => {
      const entries = await readdir(stage.folder, { recursive: true, withFileTypes: true });
      const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
      const texts = await Promise.all(paths.map((path) => readFile(path, 'latin1')));
      const objects = execFileSync('git', ['cat-file', '--batch-all-objects', '--batch'], {
        cwd: stage.folder,
        maxBuffer: 256 * 1024 * 1024,
      });
      return [...paths, ...texts, objects.toString('latin1')].join('\n');
    },
  };
}
type Open = { readonly simulator: import('../../../src/simulator/start.ts').Simulator };
