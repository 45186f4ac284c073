import { describe } from 'vitest';
import { git, uncommitted } from '../../bench/stop-anywhere/read.ts';
import { test } from '../stage/stage.ts';
import { id, playlistId, setlistYaml, smallWorld, uri } from '../stage/world.ts';

const dayMs = 86_400_000;
const listed = 137;

/** As many playlists in the listing as it takes for three pages, ours among them. */
const others = Array.from({ length: listed - 3 }, (_, index) => ({
  id: id(`other${index}x`),
  owner: 'friend',
  name: `Other ${index}`,
}));
const files = {
  'playlists/setlist.yaml': `${setlistYaml}budget: { followers: 0 }\n`,
  'playlists/first.yaml': `name: First\nfrom:\n  - playlist: ${playlistId}\n`,
  'playlists/second.yaml': `name: Second\nfrom:\n  - playlist: ${id('source')}\ntake: 3\n`,
};
const source = {
  id: id('source'),
  owner: 'owner',
  name: 'Source',
  rows: [...'uvwxyz'].map((one) => ({ uri: uri(one) })),
};

describe('the third night of which nothing changed', () => {
  test('asks for the listing and nothing else, and leaves the record of its run', async ({ open, expect }) => {
    const small = smallWorld('abcdef');
    const playlists = [...small.playlists, source, ...others];
    // Ours are created on the first night: one of the others makes room for each.
    const owner = { ...small.users[0], playlists: playlists.slice(0, listed - 2).map((one) => one.id) };
    const stage = await open({ world: { ...small, playlists, users: [owner, ...small.users.slice(1)] }, files });
    for (const night of [1, 2]) {
      expect(await stage.setlist('sync'), `night ${night}`).toMatchObject({ exit: 0, err: '' });
      stage.world.nowMs += dayMs;
    }
    stage.simulator.clearLog();
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    const sent = stage.simulator.log.map(({ method, path }) => `${method} ${path}`);
    expect(sent).toEqual(['POST /api/token', ...Array<string>(Math.ceil(listed / 50)).fill('GET /me/playlists')]);
    expect(git(stage.folder, 'diff', '--name-only', 'HEAD~1').trim()).toBe('reports/owner/runs/2026-11.jsonl');
    expect(uncommitted(stage.folder)).toBe('');
  });
});
