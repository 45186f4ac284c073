import { Ajv } from 'ajv';
import type { Answer } from '../../src/domain/facts.ts';
import type {
  AccountName,
  AddableUri,
  AlbumId,
  ArtistId,
  EpisodeUri,
  PlaylistId,
  Slug,
  SnapshotId,
  TrackUri,
  UserId,
} from '../../src/domain/ids.ts';
import type { Album, Episode, Item, Track } from '../../src/domain/item.ts';
import type { List, ListLine } from '../../src/domain/list.ts';
import { type Need, type NeedKind, type NeedOf, needKey } from '../../src/domain/need.ts';
import type { RowPast } from '../../src/domain/past.ts';
import type { Actual, Row } from '../../src/domain/playlist.ts';
import type { Problem } from '../../src/problem/problem.ts';
import type { Asking, Candidate, Described, Reading } from '../../src/words/word.ts';

export const account = 'studio' as AccountName;

/** A 22-character id that begins with the name. */
export const id = (name: string): string => name.padEnd(22, '0');
export const artistId = (name: string): ArtistId => id(name) as ArtistId;
export const albumId = (name: string): AlbumId => id(name) as AlbumId;
export const playlistId = (name: string): PlaylistId => id(name) as PlaylistId;
export const uri = (name: string): TrackUri => `spotify:track:${id(name)}` as TrackUri;

export const track = (name: string, facts: Partial<Track> = {}): Track => ({
  kind: 'track',
  uri: uri(name),
  title: name,
  artists: [{ id: artistId('artist'), name: 'Artist' }],
  album: albumId('album'),
  durationMs: 200_000,
  explicit: false,
  isrc: null,
  trackNumber: 1,
  discNumber: 1,
  playable: true,
  ...facts,
});

export const episode = (name: string, facts: Partial<Episode> = {}): Episode => ({
  kind: 'episode',
  uri: `spotify:episode:${id(name)}` as EpisodeUri,
  title: name,
  show: 'Show',
  durationMs: 1_800_000,
  explicit: false,
  released: '2026-11-20',
  ...facts,
});

export const album = (name: string, released: string | null = '2026-11-20', facts: Partial<Album> = {}): Album => ({
  id: albumId(name),
  title: name,
  artists: [{ id: artistId('artist'), name: 'Artist' }],
  released,
  albumType: 'album',
  ...facts,
});

export const actual = (name: string, rows: readonly (string | Row)[]): Actual => ({
  id: playlistId(name),
  owner: 'owner' as UserId,
  snapshot: 'snapshot' as SnapshotId,
  details: { name, description: '', public: null, collaborative: false },
  followers: null,
  rows: rows.map((row) => (typeof row === 'string' ? rowOf(row) : row)),
});

export const rowOf = (name: string, addedAt: string | null = null): Row => ({
  kind: 'item',
  uri: uri(name),
  addedAt,
  addedBy: null,
});

const place = { file: 'lists/x.csv', line: 2, column: 1 };

export const list = (path: string, lines: readonly Partial<ListLine>[]): List => ({
  path,
  lines: lines.map((line, index) => ({
    ...{ uri: null, artist: null, album: null, isrc: null, fields: {} },
    at: { ...place, file: path, line: index + 2 },
    ...line,
  })),
});

export const whole = <T>(found: T) => ({ state: 'whole', found }) as const;
export const part = <T>(found: T) => ({ state: 'part', found, because: 'a page failed' }) as const;
export const missing = { state: 'none', absence: 'missing' } as const;
export const forbidden = { state: 'none', absence: 'forbidden' } as const;

export type World = {
  readonly night?: string;
  readonly timezone?: string;
  readonly items?: readonly Item[];
  readonly albums?: readonly Album[];
  readonly lists?: readonly List[];
  /** By what `needKey` says after the account: `liked all`. */
  readonly answers?: { readonly [key: string]: unknown };
  readonly outcomes?: { readonly [slug: string]: readonly AddableUri[] };
  readonly playlists?: { readonly [slug: string]: string };
  /** The history of the rule's own playlist. */
  readonly past?: { readonly [uri: string]: RowPast };
};

/** A window on this world, with what was asked for and not known. */
export type TestAsking = Asking & { readonly needs: readonly string[]; readonly wishes: readonly string[] };

export function askingIn(world: World = {}): TestAsking {
  const needs = new Set<string>();
  const wishes = new Set<string>();
  const answers = world.answers ?? {};
  const find = <K extends NeedKind>(need: NeedOf<K>, lacking: Set<string>): Answer<K> | undefined => {
    const key = needKey(need as Need).replace(`${account} `, '');
    if (!(key in answers)) lacking.add(key);
    return answers[key] as Answer<K> | undefined;
  };
  return {
    account,
    night: world.night ?? '2026-11-22',
    timezone: world.timezone ?? 'Europe/Stockholm',
    nowMs: 0,
    answer: (need) => find(need, needs),
    wish: (need) => find(need, wishes),
    item: (wanted) => world.items?.find((one) => one.uri === wanted),
    album: (wanted) => world.albums?.find((one) => one.id === wanted),
    list: (path) => world.lists?.find((one) => one.path === path),
    past: (key) => world.past?.[key],
    outcome: (slug) => world.outcomes?.[slug],
    playlistOf: (slug: Slug) => {
      const name = world.playlists?.[slug];
      return name === undefined ? undefined : { account, id: playlistId(name) };
    },
    get needs() {
      return [...needs];
    },
    get wishes() {
      return [...wishes];
    },
  };
}

export const candidate = (item: Item | undefined, facts: Partial<Candidate> = {}): Candidate => ({
  uri: item?.uri ?? uri('unknown'),
  item,
  album: undefined,
  addedAt: null,
  source: 'source',
  trail: [],
  ...facts,
});

/** What a reading gave: the value, and each problem as `code at path.to.part`. */
export type Read<T> = { readonly value: T | undefined; readonly problems: readonly string[] };

type Word<T> = Pick<Described, 'schema' | 'definitions'> & {
  readonly read: (written: unknown, reading: Reading) => T | undefined;
};

/** The rules that there are. */
const rules = ['other', 'made', 'unmade'];

const ajv = new Ajv({ allErrors: true });

/** Reads a value as a rule file would hold it: `against the schema` when that refuses it. Places tell the path. */
export function read<T>(word: Word<T>, written: unknown, lists: readonly List[] = []): Read<T> {
  const schema = { ...word.schema, ...(word.definitions === undefined ? {} : { $defs: word.definitions }) };
  if (!ajv.validate(schema, written)) return { value: undefined, problems: ['against the schema'] };
  const problems: Problem[] = [];
  const at = (...path: readonly (string | number)[]) => ({ file: path.join('.'), line: 1, column: 1 });
  const value = word.read(written, {
    at,
    report: (problem) => problems.push(problem),
    list: (file, ...path) => {
      const found = lists.find((one) => one.path === file);
      if (found === undefined)
        problems.push({ code: 'rules/no-such-file', facts: { path: file, nearest: null }, at: at(...path) });
      return found;
    },
    rule: (slug, ...path) => {
      if (!rules.includes(slug))
        problems.push({ code: 'rules/no-such-rule', facts: { slug, nearest: null }, at: at(...path) });
      return rules.includes(slug) ? (slug as Slug) : undefined;
    },
  });
  return { value, problems: problems.map((one) => `${one.code} at ${one.at?.file ?? ''}`.trimEnd()) };
}
