import type { Running } from '../../scenarios/stage/run.ts';
import { test as base, type Env, type Stage } from '../../scenarios/stage/stage.ts';
import type { Texts } from '../../scenarios/stage/tree.ts';
import { clientId, id, rule, smallWorld } from '../../scenarios/stage/world.ts';
import { freePort } from './browser.ts';

/** The client secret of the app that has one: must never be seen. */
export const clientSecret = 'c11e27-5ec2e7';

export type SignInStage = Stage & {
  readonly port: number;
  /** `setlist login` on a port of its own. */
  login(args?: string, env?: Env): Running;
};

const savedTracks = [{ id: id('c'), addedAt: '2026-11-01T00:00:00Z' }];

export type Setting = {
  readonly app?: object;
  readonly settings?: object;
  readonly owner?: object;
  readonly files?: Texts;
  readonly clock?: string;
};
type Fixtures = { readonly stage: (setting?: Setting) => Promise<SignInStage> };

/** A portfolio with a rule of liked tracks, an app that sends people back to any port, and a person who agrees to everything. */
export const test = base.extend<Fixtures>({
  stage: async ({ open }, use) => {
    await use(async ({ app = {}, settings = {}, owner = {}, files = {}, clock } = {}) => {
      const more = {
        ...(clock === undefined ? {} : { clock }),
        settings: { publicSticks: 'never', signsIn: 'owner', ...settings },
        apps: [{ id: clientId, redirectUris: ['http://127.0.0.1/callback'], ...app }],
      };
      const texts = { 'playlists/night.yaml': rule('List', 'ab', '  - liked\n'), ...files };
      const stage = await open({ world: smallWorld('ab', { owner: { savedTracks, ...owner }, more }), files: texts });
      const port = await freePort();
      return {
        ...stage,
        port,
        login: (args = '', env = {}) =>
          stage.start(`login --port ${port} ${args}`, { SETLIST_TOKEN_OWNER: undefined, ...env }),
      };
    });
  },
});

/** What a secret holds. */
export const inside = (secret: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(secret, 'base64url').toString('utf8'));

/** The secret that was printed. */
export const printed = (out: string): string => /^SETLIST_TOKEN_OWNER=(\S+)$/m.exec(out)?.[1] ?? '';
