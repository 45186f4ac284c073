import { Ajv } from 'ajv';
import { type Static, type TObject, type TSchema, Type } from 'typebox';
import { ourSchemas } from '../../domain/schemas.ts';
import {
  type Album,
  AlbumEntry,
  type Artist,
  ArtistEntry,
  type Episode,
  EpisodeEntry,
  type Show,
  ShowEntry,
  type Track,
  TrackEntry,
} from './schema/catalogue.ts';
import { type Happening, happenings } from './schema/happenings.ts';
import { type App, AppEntry, type User, UserEntry } from './schema/people.ts';
import { type Playlist, PlaylistEntry } from './schema/playlists.ts';
import { type Fault, FaultEntry, type Settings, SettingsEntry } from './schema/settings.ts';

/** Everything the simulator knows, in memory and changeable at any time. */
export type World = {
  seed: string;
  /** Simulated time, milliseconds since 1970. */
  nowMs: number;
  settings: Settings;
  users: Map<string, User>;
  apps: Map<string, App>;
  artists: Map<string, Artist>;
  albums: Map<string, Album>;
  tracks: Map<string, Track>;
  shows: Map<string, Show>;
  episodes: Map<string, Episode>;
  playlists: Map<string, Playlist>;
  /** When the requests of the last 24 hours were sent, by developer and bucket, where there is a quota. */
  spent: Record<string, number[]>;
  /** What is still to come, in any order. */
  happenings: Happening[];
  faults: Fault[];
};

/** Of an app in the development dialect. */
export const mostUsers = 5;

const list = <T extends TSchema>(entry: T) => Type.Array(entry, { default: [] });

const WorldFile = Type.Object(
  {
    version: Type.Literal(1, { default: 1 }),
    seed: Type.String({ default: '' }),
    clock: Type.String({ default: '2026-11-22T03:00:00Z' }),
    settings: SettingsEntry,
    users: list(UserEntry),
    apps: list(AppEntry),
    artists: list(ArtistEntry),
    albums: list(AlbumEntry),
    tracks: list(TrackEntry),
    shows: list(ShowEntry),
    episodes: list(EpisodeEntry),
    playlists: list(PlaylistEntry),
    spent: Type.Record(Type.String(), Type.Array(Type.Number()), { default: {} }),
    /** Checked one by one below, so that a mistake is told by its own kind. */
    happenings: list(Type.Unknown()),
    faults: list(FaultEntry),
  },
  { additionalProperties: false },
);

const ajv = new Ajv({ ...ourSchemas, useDefaults: true, allErrors: true });

/** Fills in what is left out; throws a `TypeError` that names everything wrong. The input stays as it is. */
function decode<T extends TObject>(schema: T, json: unknown, what: string): Static<T> {
  const copy: unknown = structuredClone(json);
  if (!ajv.validate(schema, copy)) {
    throw new TypeError(`Cannot read ${what}: ${ajv.errorsText(ajv.errors, { dataVar: what })}`);
  }
  return copy as Static<T>;
}

export const decodeUser = (json: unknown): User => decode(UserEntry, json, 'user');
export const decodeApp = (json: unknown): App => decode(AppEntry, json, 'app');
export const decodePlaylist = (json: unknown): Playlist => decode(PlaylistEntry, json, 'playlist');
export const decodeAlbum = (json: unknown): Album => decode(AlbumEntry, json, 'album');
export const decodeTrack = (json: unknown): Track => decode(TrackEntry, json, 'track');
export const decodeFault = (json: unknown): Fault => decode(FaultEntry, json, 'fault');

export function decodeHappening(json: unknown): Happening {
  const kind = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined;
  const schema = happenings.find(({ properties }) => properties.kind.const === kind);
  if (schema === undefined) throw new TypeError(`Cannot read happening: unknown kind ${JSON.stringify(kind)}`);
  const happening = decode(schema as TObject, json, 'happening') as Happening;
  if (Number.isNaN(Date.parse(happening.at))) throw new TypeError(`Cannot read happening: no date "${happening.at}"`);
  return happening;
}

function byId<T extends { id: string }>(entries: readonly T[]): Map<string, T> {
  const found = new Map(entries.map((entry) => [entry.id, entry]));
  const twice = found.size < entries.length && entries.find((entry) => found.get(entry.id) !== entry);
  if (twice) throw new TypeError(`Cannot read world: "${twice.id}" stands there twice`);
  return found;
}

export function decodeWorld(json: unknown): World {
  const file = decode(WorldFile, json, 'world');
  const nowMs = Date.parse(file.clock);
  if (Number.isNaN(nowMs)) throw new TypeError(`Cannot read world: no date "${file.clock}"`);
  const world: World = {
    seed: file.seed,
    nowMs,
    settings: file.settings,
    users: byId(file.users),
    apps: byId(file.apps),
    artists: byId(file.artists),
    albums: byId(file.albums),
    tracks: byId(file.tracks),
    shows: byId(file.shows),
    episodes: byId(file.episodes),
    playlists: byId(file.playlists),
    spent: file.spent,
    happenings: file.happenings.map(decodeHappening),
    faults: file.faults,
  };
  for (const { id, dialect, users } of world.apps.values())
    if (dialect === 'development' && (users?.length ?? 0) > mostUsers)
      throw new TypeError(`Cannot read world: app "${id}" lists more than ${mostUsers} users`);
  listOwned(world);
  return world;
}

/** A playlist that nobody lists is listed by its owner. */
function listOwned(world: World): void {
  for (const user of world.users.values()) {
    const listed = new Set(user.playlists);
    for (const { id, owner } of world.playlists.values()) {
      if (owner === user.id && !listed.has(id)) user.playlists.push(id);
    }
  }
}

/** The world as JSON that `decodeWorld` reads back to the same world. */
export function encodeWorld(world: World): unknown {
  const { nowMs, ...rest } = world;
  const lists = Object.entries(rest).map(([name, part]) => [name, part instanceof Map ? [...part.values()] : part]);
  return { version: 1, clock: new Date(nowMs).toISOString(), ...Object.fromEntries(lists) };
}
