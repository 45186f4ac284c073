import type { Night } from '../../app/syncing/night.ts';
import { changed } from '../../simulator/world/edit.ts';
import type { Playlist } from '../../simulator/world/schema/playlists.ts';
import type { World } from '../../simulator/world/world.ts';
import { decodeFault } from '../../simulator/world/world.ts';
import type { Stage } from './stage.ts';

/** What happens on the day before a night, told in one line; `killed` nights are cut off after so many writes and run again. */
export type Scene = {
  readonly night: number;
  readonly tells: string;
  readonly happens: (stage: Stage, last: Night | null) => Promise<void>;
  readonly killedAfter?: number;
};

const dayMs = 86_400_000;
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The example portfolio stands as these nights leave it; this is what it was before, file by file. Null: not there yet. */
export const beginnings: Readonly<Record<string, (text: string) => string | null>> = {
  'playlists/fresh-finds.yaml': (text) =>
    text
      .replace('six weeks', 'four weeks')
      .replace('within: 42d', 'within: 28d')
      .replace(/^pin:\n(?: .*\n)*/m, ''),
  'playlists/deep-archive.yaml': (text) => text.replace(/^ack: .*\n/m, ''),
  'playlists/winter-evenings.yaml': () => null,
};

/** The thirty nights of the demo. Names of playlists are those of the example portfolio. */
export const story: readonly Scene[] = [
  {
    night: 5,
    tells: 'Ana widens a rule: Fresh Finds looks back six weeks instead of four',
    happens: (stage) =>
      edit(stage, 'Ana', 'Look back six weeks for fresh finds', 'playlists/fresh-finds.yaml', (text) =>
        text.replace('four weeks', 'six weeks').replace('within: 28d', 'within: 42d'),
      ),
  },
  {
    night: 9,
    tells: 'Spotify does not answer for saved tracks tonight: Lately Loved stays as it is',
    happens: async ({ world }) => {
      world.faults = [decodeFault({ path: '/me/tracks', kind: '503' })];
    },
  },
  {
    night: 10,
    tells: 'Spotify answers again',
    happens: async ({ world }) => {
      world.faults = [];
    },
  },
  {
    night: 14,
    tells:
      'Somebody edits by hand: one track out of Heavy Rotation (kept), two into Fresh Finds (held until a person decides)',
    happens: async ({ world }) => {
      const rotation = named(world, 'Heavy Rotation');
      rotation.rows.splice(4, 1);
      changed(world, rotation);
      const finds = named(world, 'Fresh Finds');
      const archive = named(world, 'Archive 2019');
      const added = archive.rows.filter(({ uri }) => uri?.startsWith('spotify:track:') === true).slice(-2);
      const addedAt = `${new Date(world.nowMs).toISOString().slice(0, 19)}Z`;
      finds.rows.splice(0, 0, ...added.map(({ uri }) => ({ uri, addedAt, addedBy: 'owner' })));
      changed(world, finds);
    },
  },
  {
    night: 17,
    tells: 'Ben decides: he pins the two tracks, and the rule agrees with the hand',
    happens: (stage) =>
      edit(stage, 'Ben', 'Keep the two tracks that were added by hand', 'playlists/fresh-finds.yaml', (text) => {
        const [one, other] = named(stage.world, 'Fresh Finds').rows.slice(0, 2);
        return `${text}pin:\n  - { track: "${one?.uri}", at: 1, reason: Added by hand }\n  - { track: "${other?.uri}", at: 2, reason: Added by hand }\n`;
      }),
  },
  {
    night: 19,
    tells: 'Archive 2019 loses two thirds of its tracks: the guard of Deep Archive holds them back',
    happens: async ({ world }) => {
      const archive = named(world, 'Archive 2019');
      archive.rows = archive.rows.filter((_, index) => index % 3 === 0);
      changed(world, archive);
    },
  },
  {
    night: 21,
    tells: 'Ana looks at them, means it, and acknowledges the number',
    happens: async (stage, last) => {
      const until = dateOf(stage.nowMs() + 7 * dayMs);
      const removals = heldBackFrom('deep-archive', last);
      await edit(stage, 'Ana', `Let ${removals} tracks of the old archive go`, 'playlists/deep-archive.yaml', (text) =>
        text.concat(`ack: { removals: ${removals}, until: ${until} }\n`),
      );
    },
  },
  {
    night: 24,
    tells: 'Ben adds a playlist, and the run that creates it is killed in the middle: the next one goes on from there',
    happens: async (stage) => {
      const path = 'playlists/winter-evenings.yaml';
      await stage.commit('Ben', 'Add a playlist for winter evenings', { [path]: await stage.example(path) });
    },
    killedAfter: 2,
  },
];

async function edit(
  stage: Stage,
  who: string,
  message: string,
  path: string,
  change: (text: string) => string,
): Promise<void> {
  await stage.commit(who, message, { [path]: change(await stage.read(path)) });
}

function named(world: World, name: string): Playlist {
  const found = [...world.playlists.values()].find((one) => one.name === name && one.owner === 'owner');
  if (found === undefined) throw new Error(`the demo's world has no playlist "${name}"`);
  return found;
}

/** How many removals the guard of a playlist held back last night. */
function heldBackFrom(slug: string, last: Night | null): number {
  const problems = last?.plan.playlists.find((one) => one.slug === slug)?.problems ?? [];
  const facts = problems.find(({ code }) => code === 'plan/too-many-removals')?.facts;
  return Number(facts?.['removing'] ?? 0);
}
