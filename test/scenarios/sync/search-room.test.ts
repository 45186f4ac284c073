import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Stage, test } from '../stage/stage.ts';
import { id, rule, setlistYaml, smallWorld, uri } from '../stage/world.ts';

const dayMs = 86_400_000;
const dead = 'bdfhjl';

const quarantined = async ({ folder }: Stage): Promise<readonly string[]> =>
  Object.keys(JSON.parse(await readFile(join(folder, 'reports/owner/control.json'), 'utf8')).quarantined ?? {}).sort();

describe('a search for refused tracks', () => {
  test('leaves others what they need, keeps what it found, and goes on the night after', async ({ open, expect }) => {
    const other = id('other');
    const stage: Stage = await open({
      world: smallWorld('', {
        owner: { playlists: [id('list'), other] },
        more: {
          playlists: [
            { id: id('list'), owner: 'owner', name: 'List' },
            { id: other, owner: 'owner', name: 'Other' },
          ],
        },
      }),
      files: {
        'playlists/setlist.yaml': `${setlistYaml}budget: { writes: 20 }\n`,
        'playlists/many.yaml': rule('List', 'abcdefghijklmn'),
        'playlists/other.yaml': rule('Other', 'xyz'),
        'reports/owner/control.json': `${JSON.stringify({
          version: 1,
          playlists: { many: { id: id('list'), contact: 'known' }, other: { id: other, contact: 'known' } },
        })}\n`,
      },
      before: ({ method, path }) => {
        if (method !== 'GET' && path.endsWith('/items'))
          for (const letter of dead) stage.world.tracks.delete(uri(letter).slice('spotify:track:'.length));
      },
    });
    const first = await stage.setlist('sync');
    expect(stage.rows(other)).toBe('xyz');
    expect((await quarantined(stage)).length).toBeGreaterThan(0);
    expect(`${first.out}${first.err}`).toContain('apply/search-unfinished');
    for (let night = 2; night <= 3; night++) {
      stage.world.nowMs += dayMs;
      await stage.setlist('sync');
    }
    expect(stage.rows()).toBe('acegikmn');
    expect(await quarantined(stage)).toEqual([...dead].map(uri));
    expect(await stage.texts('reports/owner/audit')).not.toContain('"by":"hand"');
  });
});
