import { start } from '../scenarios/stage/run.ts';
import { rule } from '../scenarios/stage/world.ts';
import { test } from './on-disk.ts';

test.concurrent.for<[Record<string, string>]>([
  [{ SETLIST_NOW: 'yesterday' }],
  [{ SETLIST_CLOCK_URL: 'no address' }],
  [{ SETLIST_CLOCK_URL: 'http://127.0.0.1:1/clock' }],
  [{ SETLIST_SPOTIFY_API_URL: 'spotify' }],
])('%j cannot be read', async ([env], { repository, expect }) => {
  const { folder } = await repository({ 'playlists/night.yaml': rule('Night', 'a') });
  const { exit, out, err } = await start(['plan'], { cwd: folder, env }).ended;
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatchSnapshot();
});

test('SETLIST_NOW is where the clock starts', async ({ repository, expect }) => {
  const { folder } = await repository({});
  const env = { SETLIST_NOW: '2027-01-31T23:30:00Z' };
  expect((await start(['plan', '--offline'], { cwd: folder, env }).ended).out).toMatch('the night of 2027-02-01');
});
