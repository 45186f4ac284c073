import type { LoggedRequest } from '../log/log.ts';
import type { Viewer } from '../objects/viewer.ts';
import type { Session } from '../token/sessions.ts';
import type { App, User } from '../world/schema/people.ts';
import type { World } from '../world/world.ts';
import type { Incoming, Outgoing } from './incoming.ts';

/** One request to the Web API after everything that is the same for all of them: who asks is known and may ask. */
export type Call = {
  readonly world: World;
  readonly user: User;
  readonly app: App;
  readonly session: Session;
  readonly viewer: Viewer;
  /** What stood at the `:` segments of the pattern. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly incoming: Incoming;
  /** `http://127.0.0.1:PORT/v1`, for the addresses in answers. */
  readonly apiUrl: string;
  readonly path: string;
  /** Endpoints note here what they changed. */
  readonly logged: LoggedRequest;
};

export type Bucket =
  | 'playlist_reads'
  | 'writes'
  | 'covers'
  | 'search'
  | 'tracks'
  | 'albums'
  | 'artist_albums'
  | 'artists'
  | 'library'
  | 'profile';

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/playlists/:/items` */
  readonly pattern: string;
  readonly bucket: Bucket;
  /** All of them are needed. What depends on the playlist is checked by the endpoint. */
  readonly scopes?: readonly string[];
  /** Only apps with the extended dialect still have it; others are told "Forbidden". */
  readonly removed?: true;
  run(call: Call): Outgoing;
};
