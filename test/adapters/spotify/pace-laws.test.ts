import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remoteClock } from '../../../src/adapters/clock/remote-clock.ts';
import { Gate } from '../../../src/adapters/spotify/gate.ts';
import { type Opened, openSpotify } from '../../../src/adapters/spotify/open.ts';
import { pacer } from '../../../src/adapters/spotify/pace.ts';
import type { AccountName, PlaylistId } from '../../../src/domain/ids.ts';
import { Failure } from '../../../src/problem/failure.ts';
import { plenty } from '../../build/requests.ts';
import { here, list, owner, uri, world } from '../../simulator/here.ts';

const windowMs = 30_000;
const tokens = ['refresh', 'second', 'third'];

/** What an account can be asked to do; each is one request or more. */
const acts: readonly ((spotify: Opened) => Promise<unknown>)[] = [
  ({ read }) => read.top('short'),
  ({ read }) => read.listing(0),
  ({ read }) => read.playlist(list as PlaylistId),
  ({ read }) => read.search('Song', 0),
  ({ write }) => write.write(list as PlaylistId, { kind: 'add', uris: [uri('a') as never], position: 0 }),
];

const kinds = ['503', 'timeout', 'reset', 'false-401', '429', 'html'];

/** Sends these as accounts of one app, so many at once, and answers when the server got each. */
async function sent(
  perSecond: number,
  asked: readonly (readonly [account: number, act: number])[],
  atOnce: number,
  faults: readonly object[],
) {
  const users = tokens.map((token, at) => ({
    ...owner(),
    id: at === 0 ? 'owner' : token,
    refreshTokens: [{ ...owner().refreshTokens[0], token }],
  }));
  const there = await here(world('ab', { apps: [{ id: 'app', pace: null }], users, faults }));
  const { apiUrl, authUrl, clockUrl, log } = there.simulator;
  const clock = await remoteClock(clockUrl);
  const shared = { pace: pacer(perSecond, clock), gate: new Gate({ clock, budget: plenty }) };
  const accounts = tokens.map((token) =>
    openSpotify({
      ...{ ...shared, apiUrl, authUrl, clock, app: 'main', clientId: 'app', account: token as AccountName },
      secret: () => ({ v: 1, refresh_token: token, authorized_at: '' }),
      random: () => 0,
      patienceMs: 100,
    }),
  );
  const queue = [...asked];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [account, act] = [accounts[next[0]], acts[next[1]]];
      if (account === undefined || act === undefined) throw new Error('There is no such account or act');
      await act(account).catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return log.filter(({ path }) => path !== '/api/token').map(({ atMs }) => atMs);
}

const mostWithin = (times: readonly number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

test('the server never gets more in any half minute than the pace allows, whoever asks for what and whatever fails', async () => {
  const asking = fc.array(fc.tuple(fc.nat(tokens.length - 1), fc.nat(acts.length - 1)), {
    minLength: 20,
    maxLength: 60,
  });
  const faults = fc.array(
    fc.record({
      method: fc.constantFrom('GET', 'POST'),
      path: fc.constantFrom('/me/top/tracks', '/me/playlists', '/playlists/*', '/search', '/playlists/*/items'),
      kind: fc.constantFrom(...kinds),
      nth: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0.5, 1, 2),
      asking,
      fc.integer({ min: 1, max: 6 }),
      faults,
      async (perSecond, asked, atOnce, failing) => {
        const times = await sent(perSecond, asked, atOnce, failing);
        expect(times.length).toBeGreaterThanOrEqual(asked.length);
        expect(mostWithin(times)).toBeLessThanOrEqual((perSecond * windowMs) / 1000);
      },
    ),
    { numRuns: 12 },
  );
});
