import { expect, test } from 'vitest';
import { remoteClock } from '../../../src/adapters/clock/remote-clock.ts';
import { Gate } from '../../../src/adapters/spotify/gate.ts';
import { type Opened, openSpotify } from '../../../src/adapters/spotify/open.ts';
import { pacer } from '../../../src/adapters/spotify/pace.ts';
import type { AccountName, PlaylistId, TrackUri } from '../../../src/domain/ids.ts';
import { plenty } from '../../build/requests.ts';
import { here, list, owner, uri, world } from '../../simulator/here.ts';
import { refusal } from '../opened.ts';

const hourMs = 3_600_000;

/** Two accounts of one app, of whose tracks bucket Spotify gives so many requests a day. */
async function twoOf(tracks: number, faults: readonly object[] = []) {
  const apps = [{ id: 'app', pace: null, quotas: { tracks } }];
  const refreshTokens = [{ ...owner().refreshTokens[0], token: 'theirs' }];
  const there = await here(world('ab', { apps, faults, users: [owner(), { id: 'other', refreshTokens }] }));
  const { apiUrl, authUrl, clockUrl, log } = there.simulator;
  const clock = await remoteClock(clockUrl);
  const open = (gate: Gate) =>
    ['refresh', 'theirs'].map((token) =>
      openSpotify({
        ...{ apiUrl, authUrl, clock, gate, pace: pacer(100, clock), app: 'main', clientId: 'app' },
        account: token as AccountName,
        secret: () => ({ v: 1, refresh_token: token, authorized_at: '' }),
        random: () => 0,
      }),
    );
  const asked = (): number => log.filter(({ path }) => path.startsWith('/tracks')).length;
  return { open, clock, asked, log };
}

const track = uri('a') as TrackUri;

test('a closed bucket is closed to all accounts of an app, and the others stay open', async () => {
  const { open, clock, asked } = await twoOf(1);
  const gate = new Gate({ clock, budget: plenty });
  const [one, other] = open(gate);
  await one?.read.track(track);
  expect((await refusal(other?.read.track(track) ?? Promise.reject())).code).toBe('spotify/quota-exceeded');
  expect((await refusal(one?.read.track(track) ?? Promise.reject())).code).toBe('spotify/quota-exceeded');
  expect(asked()).toBe(2);
  await other?.read.me();
});

test('a bucket opens again at the moment that Spotify told, in whatever run', async () => {
  const { open, clock, asked } = await twoOf(1);
  const gate = new Gate({ clock, budget: plenty });
  const [one] = open(gate);
  await one?.read.track(track);
  await refusal(one?.read.track(track) ?? Promise.reject());
  const closed = one?.closed() ?? {};
  expect(Object.keys(closed)).toEqual(['tracks']);
  await clock.sleep(hourMs);
  // Another run, which knows what the first one was told.
  const [later] = open(new Gate({ clock, budget: plenty, used: [{ times: {}, closed }] }));
  const still = await refusal(later?.read.track(track) ?? Promise.reject());
  expect(still).toMatchObject({ code: 'spotify/quota-exceeded', facts: { bucket: 'tracks' } });
  expect(asked()).toBe(2);
  await clock.sleep(Date.parse(closed.tracks ?? '') - clock.now() + 1);
  await later?.read.track(track);
  expect(later?.closed()).toEqual({});
});

test.each<[string, string, number, (spotify: Opened | undefined) => Promise<unknown> | undefined]>([
  ['a write of the other', 'PUT', 1, (spotify) => spotify?.write.change(list as PlaylistId, { name: 'New' })],
  ['the last try of a read of the other', 'GET', 5, (spotify) => spotify?.read.playlist(list as PlaylistId)],
])('an account waits as long as Spotify asked after %s', async (_, method, tries, ask) => {
  const nth = Array.from({ length: tries }, (_one, index) => index + 1);
  const fault = { method, path: '/playlists/*', kind: '429', when: 'before', retryAfterSeconds: 20, nth };
  const { open, clock, log } = await twoOf(1, [fault]);
  const [one, other] = open(new Gate({ clock, budget: plenty }));
  await refusal(ask(one) ?? Promise.reject());
  await other?.read.me();
  const [told, next] = log.slice(-3).filter(({ path }) => path !== '/api/token');
  expect([told?.status, next?.status]).toEqual([429, 200]);
  expect((next?.atMs ?? 0) - (told?.atMs ?? 0)).toBeGreaterThanOrEqual(20_000);
});
