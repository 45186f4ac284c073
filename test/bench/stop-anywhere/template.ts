import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changed } from '../../../src/simulator/world/edit.ts';
import { encodeWorld } from '../../../src/simulator/world/world.ts';
import { commitAll } from '../../scenarios/stage/commit-all.ts';
import { writeTree } from '../../scenarios/stage/tree.ts';
import { controlText } from './read.ts';
import {
  controlFor,
  entries,
  firstStrange,
  listId,
  rulesAfter,
  rulesBefore,
  trackUri,
  worldBefore,
} from './scenario.ts';
import { type Program, Stand, type Template } from './stand.ts';

const dayMs = 86_400_000;

/** Everything as it stands when the night begins that is killed: a night was served, people edited, rules changed. */
export async function prepare(program: Program): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-stop-'));
  await writeTree(folder, rulesBefore());
  commitAll(folder, 'Rules');
  const stand = await Stand.open({ folder, world: encodeWorld(worldBefore()), changes: [] }, program);
  try {
    const ended = await stand.start(['sync']).ended;
    if (ended.exit !== 0 || stand.witness.changes.length > 0)
      throw new Error(`The first night did not go as it should: ${JSON.stringify(ended)}`);
    stand.pass(dayMs / 2);
    for (const [slug, edit] of Object.entries(editsBefore))
      stand.byHand('last night', () => editBefore(stand, slug, edit));
    stand.pass(dayMs / 2);
    const control = JSON.parse(await controlText(stand.folder)) as { playlists: object };
    const adopted = JSON.parse(
      controlFor(
        entries.filter(({ isAdopted }) => isAdopted),
        'first',
      ),
    ) as { playlists: object };
    const playlists = { ...control.playlists, ...adopted.playlists };
    const text = `${JSON.stringify({ ...control, playlists }, null, 2)}\n`;
    await writeTree(stand.folder, { ...rulesAfter(), 'reports/owner/control.json': text });
    commitAll(stand.folder, 'Change rules');
    return await stand.save();
  } finally {
    await stand.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What people did during the day before. */
const editsBefore: Readonly<Record<string, (rows: string[]) => string[]>> = {
  'touched-revert': (rows) => [...rows.slice(1), trackUri(firstStrange + 19)],
  'mixed-keep': (rows) => [rows[0] ?? '', trackUri(firstStrange + 18), ...rows.slice(1)],
};

function editBefore({ simulator: { world } }: Stand, slug: string, edit: (rows: string[]) => string[]): void {
  const playlist = world.playlists.get(listId(slug));
  if (playlist === undefined) throw new Error(`There is no ${slug}`);
  const known = new Map(playlist.rows.map((row) => [row.uri, row]));
  const addedAt = new Date(world.nowMs).toISOString();
  playlist.rows = edit(playlist.rows.map(({ uri }) => uri ?? '')).map(
    (uri) => known.get(uri) ?? { uri, addedAt, addedBy: 'owner' },
  );
  changed(world, playlist);
}
