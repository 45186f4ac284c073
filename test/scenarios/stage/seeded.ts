import { seededWorld } from '../../../src/simulator/world/seeded.ts';
import type { World } from '../../../src/simulator/world/world.ts';
import type { Texts } from './tree.ts';

/** A seeded world of a few hundred tracks and rules that read most of what can be read in it. */
export function seededSetting(seed: number): { readonly world: World; readonly files: Texts } {
  const world = seededWorld(seed, { artists: 12, albums: 50, tracks: 300 });
  const idOf = (named: string): string =>
    [...world.playlists.values()].find(({ name, owner }) => name === named && owner === 'owner')?.id ?? '';
  const archive = idOf('Archive 2019');
  return {
    world,
    files: {
      'playlists/archive.yaml': `name: Archive\nfrom:\n  - playlist: ${archive}\nsort: [released desc, title]\ntake: { count: 50, per_artist: 4 }\n`,
      'playlists/fresh.yaml': 'name: Fresh\nfrom:\n  - new_releases: { artists: followed, within: 60d }\ntake: 40\n',
      'playlists/loved.yaml': `name: Loved\nfrom:\n  - liked: { limit: 80 }\nwhere:\n  - not: { on_playlist: ${archive} }\narrange:\n  - spread: { by: artist, gap: 2 }\n`,
      'playlists/mix.yaml':
        'name: Mix\nfrom:\n  - top: { range: long, limit: 30 }\n  - search: { filters: { genre: ambient }, take: 20 }\n  - rule: fresh\ndedupe: uri\n',
      // A playlist that has rows of every kind already: first contact holds back what would go.
      'playlists/road.yaml': `name: Road trip\nfrom:\n  - playlist: ${archive}\ntake: 30\n`,
      'reports/owner/control.json': `${JSON.stringify({ version: 1, playlists: { road: { id: idOf('Road trip <3 & friends'), contact: 'first' } } })}\n`,
    },
  };
}
