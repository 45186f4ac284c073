import { expect, test } from 'vitest';
import { remoteClock } from '../../../src/adapters/clock/remote-clock.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { Gate } from '../../../src/adapters/spotify/gate.ts';
import { openSpotify } from '../../../src/adapters/spotify/open.ts';
import { pacer } from '../../../src/adapters/spotify/pace.ts';
import { encodeSecret } from '../../../src/adapters/spotify/secret.ts';
import { connect } from '../../../src/cli/connect.ts';
import type { AccountName } from '../../../src/domain/ids.ts';
import type { Portfolio } from '../../../src/domain/portfolio.ts';
import { plenty } from '../../build/requests.ts';
import { here, owner, world } from '../../simulator/here.ts';

test('paces in real time, on a clock that reads `Date.now` itself', async () => {
  const clock = systemClock(0);
  const pace = pacer(20, clock);
  const began = clock.now();
  for (let sent = 0; sent < 22; sent++) await pace(async () => undefined);
  // A timer may fire a millisecond before its time.
  expect(clock.now() - began).toBeGreaterThanOrEqual(990);
});

test.each([0.5, 1, 2, 3])('two accounts of one app at %s a second are never told to wait', async (perSecond) => {
  const windowSeconds = 10;
  const apps = [{ id: 'app', pace: { requests: perSecond * windowSeconds, seconds: windowSeconds } }];
  const refreshTokens = [{ ...owner().refreshTokens[0], token: 'theirs' }];
  const { simulator } = await here(world('', { apps, users: [owner(), { id: 'other', refreshTokens }] }));
  const { apiUrl, authUrl, clockUrl } = simulator;
  const clock = await remoteClock(clockUrl);
  const pace = pacer(perSecond, clock);
  const gate = new Gate({ clock, budget: plenty });
  const accounts = ['refresh', 'theirs'].map((token) =>
    openSpotify({
      ...{ apiUrl, authUrl, clock, pace, gate, app: 'main', clientId: 'app', account: token as AccountName },
      secret: () => ({ v: 1, refresh_token: token, authorized_at: '' }),
      random: () => 0,
    }),
  );
  // One after the other, as a run does: on simulated time, what is on its way while others wait would arrive later.
  for (let sent = 0; sent < 40; sent++) await accounts[(sent * sent) % 3 === 1 ? 0 : 1]?.read.top('short');
  const asked = simulator.log.filter(({ path }) => path === '/me/top/tracks');
  expect(new Set(asked.map(({ user }) => user)).size).toBe(2);
  expect(asked.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
  const times = asked.map(({ atMs }) => atMs);
  const within = times.map((end) => times.filter((at) => at > end - windowSeconds * 1000 && at <= end).length);
  expect(Math.max(...within)).toBe(perSecond * windowSeconds);
});

test('a night that is begun anew goes on at the pace of its first try', async () => {
  const { simulator } = await here(world());
  const clock = await remoteClock(simulator.clockUrl);
  const secret = encodeSecret({ v: 1, refresh_token: 'refresh', authorized_at: '2026-11-01T00:00:00Z' });
  const open = connect({ SETLIST_TOKEN_OWNER: secret }, simulator, { clock });
  const app = { name: 'main', clientId: 'app', perSecond: 1, accounts: ['owner' as AccountName] };
  const portfolio = { apps: [app], budget: plenty } as unknown as Portfolio;
  for (let tries = 0; tries < 4; tries++)
    await open(portfolio, new Map(), null)
      .get('owner' as AccountName)
      ?.read.top('short');
  const times = simulator.log.filter(({ path }) => path === '/me/top/tracks').map(({ atMs }) => atMs);
  expect(times).toHaveLength(4);
  expect(times.slice(1).map((at, index) => at - (times[index] ?? at))).toEqual([1000, 1000, 1000]);
});
