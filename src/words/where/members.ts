import type { Item } from '../../domain/item.ts';
import type { Actual } from '../../domain/playlist.ts';
import type { Tri } from '../values/kleene.ts';
import { recordingKey, sameRecording } from '../values/recording.ts';
import type { Asking, Candidate } from '../word.ts';
import { factsOf } from './known.ts';

export const memberKeys = ['recording', 'artist', 'album'] as const;
export type MemberKey = (typeof memberKeys)[number];

/** How far apart two lengths of one recording may be, in milliseconds. */
const toleranceMs = 2_000;

/** A playlist's rows, by everything that they are looked up by. */
type Members = {
  readonly uris: ReadonlySet<string>;
  readonly isrcs: ReadonlySet<string>;
  readonly recordings: ReadonlyMap<string, readonly Item[]>;
  readonly artists: ReadonlySet<string>;
  readonly albums: ReadonlySet<string>;
  /** Nothing is known of some tracks. Local files and rows that Spotify lost do not count: nobody will ever know more of them. */
  readonly hasUnknown: boolean;
};

/** Made once a plan, whatever the number of tracks that are looked up. */
const made = new WeakMap<Asking, Map<Actual, Members>>();

export function membersOf(playlist: Actual, asking: Asking): Members {
  const known = made.get(asking) ?? new Map<Actual, Members>();
  made.set(asking, known);
  const members = known.get(playlist) ?? read(playlist, asking);
  known.set(playlist, members);
  return members;
}

function read({ rows }: Actual, asking: Asking): Members {
  const uris = rows.flatMap((row) => (row.kind === 'gone' ? [] : [row.uri as string]));
  const items = uris.flatMap((uri) => asking.item(uri) ?? []);
  const addable = rows.filter(({ kind }) => kind === 'item');
  const tracks = items.filter((item) => item.kind === 'track');
  return {
    uris: new Set(uris),
    isrcs: new Set(tracks.flatMap(({ isrc }) => isrc ?? [])),
    recordings: Map.groupBy(items, recordingKey),
    artists: new Set(tracks.flatMap(({ artists }) => artists.map(({ id, name }) => id ?? name))),
    albums: new Set(tracks.flatMap(({ album }) => album ?? [])),
    hasUnknown: items.length < addable.length,
  };
}

export function isMember(candidate: Candidate, members: Members, key: MemberKey, asking: Asking): Tri {
  if (members.uris.has(candidate.uri)) return true;
  const facts = factsOf(candidate, asking);
  if (facts === undefined || facts.kind === 'local') return null;
  return isAlike(facts, members, key) || (members.hasUnknown ? null : false);
}

function isAlike(item: Item, members: Members, key: MemberKey): boolean {
  if (item.kind === 'episode') return false;
  if (key === 'artist') return item.artists.some(({ id, name }) => members.artists.has(id ?? name));
  if (key === 'album') return item.album !== null && members.albums.has(item.album);
  if (item.isrc !== null && members.isrcs.has(item.isrc)) return true;
  const alike = members.recordings.get(recordingKey(item)) ?? [];
  return alike.some((other) => sameRecording(item, other, toleranceMs));
}
