import { decodeWorld, type World } from '../../../src/simulator/world/world.ts';
import type { Texts } from '../../scenarios/stage/tree.ts';
import { id, setlistYaml, smallWorld } from '../../scenarios/stage/world.ts';

export type Policy = 'revert' | 'keep' | 'ask';

/** A playlist of the scenario: what it holds at first, and what its rule asks for on the night that is killed. */
export type Entry = {
  readonly slug: string;
  readonly policy: Policy;
  /** Numbers of tracks; undefined: it is created on the night. */
  readonly before: readonly number[] | undefined;
  readonly after: readonly number[];
  /** The rule meets it on the night for the first time. */
  readonly isAdopted?: true;
  readonly nameAfter?: string;
  readonly description?: string;
  readonly descriptionAfter?: string;
  readonly more?: string;
};

export const trackId = (number: number): string => id(`t${String(number).padStart(4, '0')}x`);
export const trackUri = (number: number): string => `spotify:track:${trackId(number)}`;
export const listId = (slug: string): string => id(`list${slug.replaceAll('-', '')}`);

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
const turned = (numbers: readonly number[]): number[] => [...numbers].reverse();
/** Tracks that no rule names begin here: those are the ones that people add. */
export const firstStrange = 3000;

/** 24 playlists: all that a run does to a playlist, under every word of `hand_edits`. What they add is known from others, but for three tracks. */
export const entries: readonly Entry[] = [
  { slug: 'add-ask', policy: 'ask', before: range(0, 8), after: [...range(0, 3), 420, ...range(3, 8), 421] },
  { slug: 'add-keep', policy: 'keep', before: range(20, 28), after: [422, ...range(20, 28), 423, 424] },
  {
    slug: 'add-revert',
    policy: 'revert',
    before: range(50, 58),
    after: [...range(50, 54), 430, 431, ...range(54, 58)],
  },
  {
    slug: 'adopted',
    policy: 'revert',
    before: range(70, 76),
    after: [73, ...range(70, 73), 80, 74, 75],
    isAdopted: true,
    // A row that somebody adds before the first contact is over needs one.
    more: 'ack: { removals: 9, until: 2027-01-01 }\n',
  },
  { slug: 'created-ask', policy: 'ask', before: undefined, after: range(400, 406) },
  { slug: 'created-keep', policy: 'keep', before: undefined, after: range(410, 413), description: 'Three tracks' },
  { slug: 'created-revert', policy: 'revert', before: undefined, after: range(1200, 1330) },
  { slug: 'cut-ask', policy: 'ask', before: range(130, 142), after: range(132, 140) },
  { slug: 'cut-keep', policy: 'keep', before: range(150, 160), after: [150, 151, 154, 155, 157, 158, 159] },
  { slug: 'cut-revert', policy: 'revert', before: range(170, 180), after: range(170, 177) },
  {
    slug: 'mixed-ask',
    policy: 'ask',
    before: range(200, 212),
    after: [205, ...range(200, 203), 360, 206, 207, 204, 361, 208],
  },
  { slug: 'mixed-keep', policy: 'keep', before: range(230, 242), after: [241, ...range(232, 238), 250, 230, 238, 239] },
  {
    slug: 'mixed-revert',
    policy: 'revert',
    before: range(260, 272),
    after: [270, 261, 380, 263, 262, 265, 381, 266, 267, 260],
  },
  { slug: 'move-ask', policy: 'ask', before: range(300, 310), after: [305, 306, ...range(300, 305), 309, 307, 308] },
  { slug: 'move-keep', policy: 'keep', before: range(320, 330), after: [...range(324, 330), ...range(320, 324)] },
  {
    slug: 'move-revert',
    policy: 'revert',
    before: range(340, 350),
    after: [344, 343, 349, 340, 341, 342, 345, 346, 347, 348],
  },
  {
    slug: 'named-ask',
    policy: 'ask',
    before: range(360, 366),
    after: range(360, 366),
    nameAfter: 'Named anew',
    descriptionAfter: 'Six, {count}',
  },
  {
    slug: 'named-revert',
    policy: 'revert',
    before: range(380, 386),
    after: [...range(380, 386), 390],
    description: 'Old',
    descriptionAfter: 'New',
  },
  {
    slug: 'rebuilt-keep',
    policy: 'keep',
    before: range(1200, 1330),
    after: turned(range(1200, 1330)),
    more: 'write: { max_requests: 2 }\n',
  },
  {
    slug: 'rebuilt-revert',
    policy: 'revert',
    before: range(1400, 1416),
    after: turned(range(1400, 1416)),
    more: 'write: { max_requests: 2 }\n',
  },
  { slug: 'still-ask', policy: 'ask', before: range(400, 406), after: range(400, 406) },
  { slug: 'still-keep', policy: 'keep', before: range(410, 416), after: range(410, 416) },
  { slug: 'still-revert', policy: 'revert', before: range(420, 426), after: range(420, 426) },
  { slug: 'touched-revert', policy: 'revert', before: range(430, 436), after: range(430, 436) },
];

export const nameOf = ({ slug }: Entry): string => `List ${slug}`;

/** Everything before the first night: playlists as they stand, and tracks for rules and people. */
export function worldBefore(): World {
  const tracks = new Set([
    ...entries.flatMap(({ before = [], after }) => [...before, ...after]),
    ...range(firstStrange, firstStrange + 20),
  ]);
  return decodeWorld({
    ...smallWorld(''),
    tracks: [...tracks].map((number) => ({ id: trackId(number), name: `Song ${number}`, artists: [id('Ann')] })),
    playlists: entries.flatMap(({ before, ...entry }) =>
      before === undefined
        ? []
        : {
            id: listId(entry.slug),
            owner: 'owner',
            name: nameOf({ before, ...entry }),
            description: entry.description ?? 'By a person',
            public: false,
            rows: before.map((number) => ({ uri: trackUri(number) })),
          },
    ),
    users: [{ ...smallWorld('').users[0], playlists: [] }, { id: 'friend' }, { id: 'developer' }],
  });
}

// Few are read for their followers: the others are known by their snapshots. A run that was cut off counts as having
// sent all that it announced, and the one after it must have room for the same again.
const portfolio = `${setlistYaml.replace('per_second: 2', 'per_second: 5')}budget: { followers: 3, playlist_reads: 1000, writes: 1000 }\n`;

function ruleText(entry: Entry, tracks: readonly number[], isLater: boolean): string {
  const { policy, more = '', nameAfter, description, descriptionAfter } = entry;
  const said = isLater ? (descriptionAfter ?? description) : description;
  return [
    `name: ${(isLater ? nameAfter : undefined) ?? nameOf(entry)}\n`,
    said === undefined ? '' : `description: "${said}"\n`,
    `from:\n  - tracks: [${tracks.map((number) => `"${trackUri(number)}"`).join(', ')}]\n`,
    `hand_edits: ${policy}\nguard: { max_removed: [100%, 1000] }\n`,
    more,
  ].join('');
}

/** The rules of the first night, which change nothing, and what they say rules what. */
export function rulesBefore(): Texts {
  const ruled = entries.filter(({ before, isAdopted }) => before !== undefined && isAdopted === undefined);
  return {
    'playlists/setlist.yaml': portfolio,
    'reports/owner/control.json': controlFor(ruled, 'known'),
    ...Object.fromEntries(
      ruled.map((entry) => [`playlists/${entry.slug}.yaml`, ruleText(entry, entry.before ?? [], false)]),
    ),
  };
}

/** The rules of the night that is killed. */
export const rulesAfter = (): Texts =>
  Object.fromEntries(entries.map((entry) => [`playlists/${entry.slug}.yaml`, ruleText(entry, entry.after, true)]));

export function controlFor(ruled: readonly Entry[], contact: 'first' | 'known'): string {
  const playlists = Object.fromEntries(ruled.map(({ slug }) => [slug, { id: listId(slug), contact }]));
  return `${JSON.stringify({ version: 1, playlists }, null, 2)}\n`;
}
