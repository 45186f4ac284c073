import type { Change } from '../src/domain/change.ts';
import type { AddableUri, AlbumId, ArtistId, LocalUri, PlaylistId, Slug, TrackUri } from '../src/domain/ids.ts';
import type { Need } from '../src/domain/need.ts';
import type { Outcome, PlaylistPlan } from '../src/domain/plan.ts';
import type { Row, RowKey } from '../src/domain/playlist.ts';
import type { ItemWrite } from '../src/domain/write.ts';
import type { ReadSpotify } from '../src/ports.ts';
import type { ExitCode } from '../src/problem/exit.ts';
import { type Code, problem } from '../src/problem/problem.ts';

/** Read by the type checker alone: what must not be writable. Each line that compiles after all is an error of its own. */
declare const artist: ArtistId;
declare const album: AlbumId;
declare const track: TrackUri;
declare const local: LocalUri;
declare const row: Row;
declare const read: ReadSpotify;
declare const plan: PlaylistPlan;

// Ids do not mix, and text is no id until it was looked at.
// @ts-expect-error an album is no artist
export const artistFromAlbum: ArtistId = album;
// @ts-expect-error an artist is no playlist
export const playlistFromArtist: PlaylistId = artist;
// @ts-expect-error text is no slug
export const slugFromText: Slug = 'night-drive';
// @ts-expect-error a local file cannot be added
export const addableFromLocal: AddableUri = local;
// @ts-expect-error a row's key is no URI: rows that are gone have none
export const uriFromKey = (key: RowKey): TrackUri => key;
export const addableFromTrack: AddableUri = track;

// Unions are closed.
// @ts-expect-error there is no such kind of row
export const rowOfNoKind: Row['kind'] = 'video';
// @ts-expect-error a row that is gone has no URI
export const uriOfRow = row.kind === 'gone' ? row.uri : null;
// @ts-expect-error there is no such change
export const changeOfNoKind: Change['kind'] = 'swap';
// @ts-expect-error there is no such write
export const writeOfNoKind: ItemWrite['kind'] = 'clear';
// @ts-expect-error there is no such need
export const needOfNoKind: Need['kind'] = 'audio_features';
// @ts-expect-error there is no such state
export const stateOfNoKind: Outcome['state'] = 'maybe';
// @ts-expect-error there is no such exit
export const exitOfNoKind: ExitCode = 99;
// @ts-expect-error there is no such problem
export const codeOfNothing: Code = 'plan/too-nice';

// A problem and its facts belong together.
export const complete = problem('apply/dry', { requests: 3 });
// @ts-expect-error a fact is missing
export const incomplete = problem('apply/dry', {});
// @ts-expect-error the facts are those of another problem
export const mixedUp = problem('apply/dry', { path: 'control.json', reason: 'broken' });

// What plans cannot write, and a plan cannot be changed.
// @ts-expect-error a reader has no writing method
export const write = read.write;
// @ts-expect-error a reader creates nothing
export const create = read.create;
// @ts-expect-error a plan is read only
plan.state = 'unchanged';
// @ts-expect-error nothing is put into a plan behind its back
plan.writes.push({ kind: 'remove', uris: [] });
