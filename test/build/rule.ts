import type { AccountName, AddableUri, PlaylistId, Slug, SnapshotId, UserId } from '../../src/domain/ids.ts';
import type { Actual, Row, RowKey } from '../../src/domain/playlist.ts';
import type { Rule, SourceStep } from '../../src/domain/rule.ts';
import type { Settings } from '../../src/domain/settings.ts';

export const at = { file: 'playlists/night.yaml', line: 1, column: 1 };
export const studio = 'studio' as AccountName;

/** Letters for tracks: `tracks('abc')`; the id is the letter twenty-two times. */
export const uriOf = (letter: string): AddableUri => `spotify:track:${letter.repeat(22)}` as AddableUri;
export const tracks = (letters: string): readonly AddableUri[] => [...letters].map(uriOf);
export const keys = (letters: string): readonly RowKey[] => tracks(letters) as readonly string[] as readonly RowKey[];
export const lettersOf = (rows: readonly { readonly key: RowKey }[]): string =>
  rows
    .map(({ key }) => (key.startsWith('spotify:track:') ? key.charAt(14) : key.startsWith('gone') ? '?' : '*'))
    .join('');

const nothing = { count: null, perArtist: null, perAlbum: null, at };
const always = { kind: 'all', of: [], at } as const;

export const literal = (uris: readonly AddableUri[]): SourceStep => ({
  word: 'tracks',
  args: { uris },
  as: 'tracks',
  where: always,
  sort: [],
  take: nothing,
  at,
});

export const settings = (given: Partial<Settings> = {}): Settings => ({
  guard: {
    maxRemoved: 'learned',
    maxRemoved28Nights: 2,
    maxAdded: null,
    minTracks: 1,
    maxTracks: 10_000,
    emptySource: 'keep_last_good',
    confirmNights: 1,
    at,
  },
  ack: null,
  handEdits: 'ask',
  write: { maxRequests: 15, beyond: 'rebuild' },
  schedule: [{ kind: 'every', every: 'day', on: [], between: null }],
  protected: false,
  suspend: false,
  ...given,
});

export const ruleOf = (given: Partial<Rule> = {}): Rule => ({
  slug: 'night' as Slug,
  was: null,
  at,
  account: studio,
  name: 'Night',
  description: null,
  public: false,
  from: [],
  where: always,
  unknown: 'keep',
  dedupe: { word: 'dedupe', args: { by: 'none', keep: 'first' }, at },
  sort: [],
  take: nothing,
  arrange: [],
  pins: [],
  settings: settings(),
  ...given,
});

/** Letters are tracks, `*` a local file, `?` a gone row. */
export const rowsOf = (letters: string): readonly Row[] =>
  [...letters].map((letter, index): Row => {
    const added = { addedAt: '2026-01-01T00:00:00Z', addedBy: null };
    if (letter === '?') return { kind: 'gone', ...added };
    if (letter === '*') return { kind: 'local', uri: `spotify:local:A:B:file+${index}:60` as never, ...added };
    return { kind: 'item', uri: uriOf(letter), ...added };
  });

export const actualOf = (letters: string | readonly Row[]): Actual => ({
  id: 'p'.repeat(22) as PlaylistId,
  owner: 'owner' as UserId,
  snapshot: 'A' as SnapshotId,
  details: { name: 'Night', description: '', public: false, collaborative: false },
  followers: 0,
  rows: typeof letters === 'string' ? rowsOf(letters) : letters,
});
