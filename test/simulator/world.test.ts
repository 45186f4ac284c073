import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { decodeSecret } from '../../src/adapters/spotify/secret.ts';
import type { AccountName } from '../../src/domain/ids.ts';
import { serve } from '../../src/simulator/serve.ts';
import { startSimulator } from '../../src/simulator/start.ts';
import { seededWorld } from '../../src/simulator/world/seeded.ts';
import { decodeWorld, encodeWorld } from '../../src/simulator/world/world.ts';
import { here, world } from './here.ts';

const text = (value: unknown): string => JSON.stringify(value);

test('reads back what it wrote', () => {
  const file = encodeWorld(seededWorld(7, { tracks: 300, albums: 60 }));
  expect(text(encodeWorld(decodeWorld(JSON.parse(text(file)))))).toBe(text(file));
});

test('loads the example of its README, and serves it', async () => {
  const readme = await readFile(new URL('../../src/simulator/README.md', import.meta.url), 'utf8');
  const example: unknown = JSON.parse(/```json world\n([\s\S]*?)```/.exec(readme)?.[1] ?? '');
  const simulator = await startSimulator({ world: decodeWorld(example) });
  await simulator.close();
  // Nothing is left to the defaults that the example should show.
  for (const [name, part] of Object.entries(encodeWorld(simulator.world) as object)) {
    expect([name, text(part)]).not.toEqual([name, '[]']);
  }
});

test.each([
  ['an unknown key', { ...world(), playlist: [] }, /additional properties/],
  ['a missing id', { users: [{}] }, /must have required property 'id'/],
  ['an unknown kind of happening', { happenings: [{ kind: 'flood' }] }, /unknown kind "flood"/],
  ['a happening without a date', { happenings: [{ kind: 'revoke', at: 'soon', user: 'owner' }] }, /no date "soon"/],
  ['a clock that is none', { clock: 'noon' }, /no date "noon"/],
  ['one id twice', { users: [{ id: 'a' }, { id: 'a' }] }, /twice/],
])('refuses %s', (_, file, problem) => {
  expect(() => decodeWorld(file)).toThrow(problem);
});

test('makes of one seed the same bytes, of another others', () => {
  const small = { tracks: 200, albums: 50 };
  expect(text(encodeWorld(seededWorld('a', small)))).toBe(text(encodeWorld(seededWorld('a', small))));
  expect(text(encodeWorld(seededWorld('a', small)))).not.toBe(text(encodeWorld(seededWorld('b', small))));
});

test('makes a world with everything that is a nuisance in it', () => {
  const made = seededWorld('any');
  expect([made.artists.size, made.albums.size, made.tracks.size]).toEqual([60, 400, 2500]);
  const tracks = [...made.tracks.values()];
  const isrcs = tracks.map(({ isrc }) => isrc);
  expect(new Set(isrcs).size).toBeLessThan(isrcs.length);
  const has = (what: string, sought: boolean) => expect([what, sought]).toEqual([what, true]);
  has(
    'relinked',
    tracks.some(({ relinks }) => 'DE' in relinks),
  );
  has(
    'not playable',
    tracks.some(({ playableIn }) => playableIn !== null),
  );
  has(
    'explicit',
    tracks.some(({ explicit }) => explicit),
  );
  has(
    'remix',
    tracks.some(({ name }) => name.includes('Remix)')),
  );
  has(
    'live',
    tracks.some(({ name }) => name.includes('Live')),
  );
  has(
    'other script',
    tracks.some(({ name }) => /\p{Script=Han}/u.test(name)),
  );
  has(
    'markup',
    [...made.artists.values()].some(({ name }) => name.includes('<script>')),
  );
  has(
    'control character',
    [...made.artists.values()].some(({ name }) => /\p{Cc}/u.test(name)),
  );
  has('to come', [...made.albums.values()].filter(({ unreleased }) => unreleased).length > 40);
  has(
    'lost row',
    [...made.playlists.values()].some(({ rows }) => rows.some(({ uri }) => uri === null)),
  );
  for (const id of [...made.artists.keys(), ...made.albums.keys(), ...made.tracks.keys(), ...made.playlists.keys()]) {
    expect(id).toMatch(/^[0-9A-Za-z]{22}$/);
  }
  expect([...made.albums.values()].every(({ tracks: on }) => on.every((id) => made.tracks.has(id)))).toBe(true);
});

test('lives through half a year', async () => {
  const made = seededWorld('any', { tracks: 400, albums: 100 });
  const { sleep, simulator } = await here({ ...(encodeWorld(made) as object), ...world('', {}, {}) });
  simulator.world.happenings = made.happenings;
  await sleep(183 * 86_400);
  expect(simulator.nowMs()).toBe(Date.parse('2026-11-22T03:00:00Z') + 183 * 86_400_000);
});

test('serves a world file until the signal, and saves it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'world.json');
  await writeFile(file, text(world('a')));
  const said: string[] = [];
  const stop = new AbortController();
  const serving = serve({
    port: 0,
    worldFile: file,
    saveOnExit: true,
    say: (line) => void said.push(line),
    signal: stop.signal,
  });
  await expect.poll(() => said.join('')).toMatch(/SETLIST_CLOCK_URL=http:\/\/127\.0\.0\.1:\d+\/clock/);
  const secret = /SETLIST_TOKEN_OWNER=(\S+)/.exec(said.join(''))?.[1];
  expect(decodeSecret(secret, 'owner' as AccountName)).toMatchObject({ ok: true, value: { refresh_token: 'refresh' } });
  stop.abort();
  await serving;
  expect(decodeWorld(JSON.parse(await readFile(file, 'utf8'))).playlists.size).toBe(1);
});
