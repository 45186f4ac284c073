import { remoteClock } from '../../../src/adapters/clock/remote-clock.ts';
import { openGit } from '../../../src/adapters/git/open-git.ts';
import { forgetting } from '../../../src/adapters/git/slate.ts';
import { encodeSecret } from '../../../src/adapters/spotify/secret.ts';
import type { Ports } from '../../../src/app/ports.ts';
import { connect } from '../../../src/cli/connect.ts';
import type { Simulator } from '../../../src/simulator/start.ts';
import { refreshToken } from './world.ts';

/** The real adapters, pointed at a simulator. */
export async function portsFor(simulator: Simulator) {
  const { apiUrl, authUrl, clockUrl, world } = simulator;
  const clock = await remoteClock(clockUrl);
  const secret = encodeSecret({ v: 1, refresh_token: refreshToken, authorized_at: '2019-01-01T00:00:00Z' });
  const open = connect({ SETLIST_TOKEN_STUDIO: secret }, { apiUrl, authUrl }, { clock });
  let accounts: ReturnType<typeof open> | undefined;
  const nothing = async () => undefined;
  const ports: Ports = {
    files: { read: nothing, readBytes: nothing, write: async () => undefined, list: async () => [] },
    clock,
    say: () => undefined,
    // One sign-in for the whole replay, as one long run would have.
    connect: (...given) => (accounts ??= open(...given)),
    slate: forgetting,
    unkept: () => [],
    suspended: false,
    simulated: true,
    world: null,
    close: async () => undefined,
    // The replay plans and writes; nothing of it is recorded.
    git: openGit('.', {}),
    started: { trigger: 'manual', actor: null },
    signal: new AbortController().signal,
  };
  return {
    ports,
    sleepUntil: (untilMs: number) => clock.sleep(Math.max(0, untilMs - clock.now())),
    /** A sign-in lasts six months at Spotify, the histories two years: somebody signs in again. */
    renew: () => {
      for (const user of world.users.values())
        for (const token of user.refreshTokens) token.authorizedAt = new Date(world.nowMs).toISOString();
    },
  };
}
