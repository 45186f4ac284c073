import type { Content } from './domain/content.ts';
import type { Entry } from './domain/facts.ts';
import type { AccountName, AlbumId, ArtistId, PlaylistId, SnapshotId, TrackUri, UserId } from './domain/ids.ts';
import type { Album, AlbumsById, Item, ItemsByUri } from './domain/item.ts';
import type { AlbumGroup, TopRange } from './domain/need.ts';
import type { Details, Row } from './domain/playlist.ts';
import type { Bucket } from './domain/portfolio.ts';
import type { Used } from './domain/quota.ts';
import type { ItemWrite } from './domain/write.ts';

/** Time from outside: what it is (milliseconds since 1970), and waiting for it. */
export type Clock = {
  now(): number;
  /** Rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** Where progress goes, a line at a time. Shells give it a stream; `--quiet` gives it nothing. */
export type Say = (line: string) => void;

/** A part of a listing: `next` is the offset of the next part, null when this was the last. */
export type Page<T> = {
  readonly rows: readonly T[];
  /** How many there came, those that are gone included: `rows` leaves them out where positions do not matter. */
  readonly entries: number;
  readonly next: number | null;
  readonly total: number;
  /** What these rows name, in full. */
  readonly items: ItemsByUri;
  readonly albums: AlbumsById;
};

/** `after` is where the next page begins; `next` is only null or not. */
export type FollowedPage = Page<ArtistId> & { readonly after: ArtistId | null };

/** A playlist's head with its first rows: one request. */
export type PlaylistPage = {
  readonly id: PlaylistId;
  readonly owner: UserId;
  readonly snapshot: SnapshotId;
  readonly details: Details;
  readonly followers: number | null;
  /** Null when Spotify withholds the contents (neither owner nor collaborator). */
  readonly page: Page<Row> | null;
};

export type ListedPlaylist = {
  readonly id: PlaylistId;
  readonly owner: UserId;
  readonly snapshot: SnapshotId;
  readonly name: string;
  readonly description: string;
};

/**
 * Reading Spotify as one account. Each call is one request (token requests and retries aside); it throws a `Failure`
 * whose first problem has a code under `spotify/`. There is no way to write through it: planning gets nothing else.
 */
export type ReadSpotify = {
  /** Spotify is asked once. */
  me(): Promise<UserId>;
  listing(offset: number): Promise<Page<ListedPlaylist>>;
  playlist(id: PlaylistId): Promise<PlaylistPage>;
  rows(id: PlaylistId, offset: number): Promise<Page<Row>>;
  liked(offset: number): Promise<Page<Entry>>;
  top(range: TopRange): Promise<Page<Entry>>;
  search(query: string, offset: number): Promise<Page<Entry>>;
  /** `after` is that of the page before, null at first. */
  followed(after: ArtistId | null): Promise<FollowedPage>;
  discography(artist: ArtistId, groups: readonly AlbumGroup[], offset: number): Promise<Page<Album>>;
  album(id: AlbumId): Promise<Page<TrackUri> & { readonly album: Album }>;
  albumTracks(id: AlbumId, offset: number): Promise<Page<TrackUri>>;
  track(uri: TrackUri): Promise<{ readonly item: Item; readonly albums: AlbumsById }>;
};

export type NewPlaylist = { readonly name: string; readonly description: string; readonly public: boolean };

/**
 * Writing Spotify as one account. Each call is one request and is never repeated by itself: when it is not known
 * whether it took effect, it throws a `Failure` with `spotify/unknown-outcome`, and the caller reads before it goes on.
 */
export type WriteSpotify = {
  create(playlist: NewPlaylist): Promise<PlaylistId>;
  change(id: PlaylistId, details: Partial<Omit<Details, 'collaborative'>>): Promise<void>;
  write(id: PlaylistId, write: ItemWrite): Promise<SnapshotId>;
};

/** Requests sent so far, by bucket, retries included. */
export type Sent = { readonly [bucket in Bucket]: number };

/**
 * What was sent and stands in no record of a run, kept beside the repository for as long as it counts: by runs that commit
 * nothing. Nothing of it throws; where there is no place for it, it is forgotten.
 */
export type Slate = {
  read(): Promise<ReadonlyMap<AccountName, readonly Used[]>>;
  add(sent: ReadonlyMap<AccountName, Used>): Promise<void>;
};

/** Text files below one folder; paths use `/` and never leave the folder. */
export type Files = {
  /** Undefined when there is no such file. Throws a `Failure` for everything else that is in the way. */
  read(path: string): Promise<string | undefined>;
  /** The same as it stands on the disk, whatever its encoding. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
  /** Whole or not at all: a reader never sees half of it. */
  write(path: string, text: string): Promise<void>;
  /** Paths of all files below, sorted. */
  list(folder: string): Promise<readonly string[]>;
};

/** A commit of the repository, by its 40 hexadecimal digits. */
export type CommitId = string;

export type NewCommit = {
  /** Where the branch must stand: anywhere else, nothing is done. */
  readonly expected: CommitId;
  /** Subject, empty line, body. */
  readonly message: string;
  /** By path; null takes a file away. */
  readonly files: ReadonlyMap<string, Content | null>;
  /** The moment that the commit names, milliseconds since 1970. */
  readonly atMs: number;
};

export type Committed =
  | { readonly kind: 'done'; readonly commit: CommitId }
  /** Somebody committed in between. */
  | { readonly kind: 'moved'; readonly head: CommitId };

/** One commit as `git log` tells it. */
export type PastCommit = {
  readonly commit: CommitId;
  readonly atMs: number;
  readonly author: string;
  readonly subject: string;
};

/** Who holds a lease, in words for people, and until when at most. */
export type Holder = { readonly owner: string; readonly run: string; readonly untilMs: number };

export type Lease =
  | {
      readonly kind: 'taken';
      /** Holds it until then; false when it was lost to somebody else. */
      readonly renew: (untilMs: number) => Promise<boolean>;
      readonly release: () => Promise<void>;
    }
  | { readonly kind: 'held'; readonly by: Holder };

/**
 * The branch on which rules and ledger stand. Every method throws a `Failure` with a code under `machine/` for what git or
 * GitHub refuse, before anything was done.
 */
export type Git = {
  /** Refuses whatever would make a commit fail later: no git, no commit yet, a detached head, a merge under way, a tree that cannot be written. */
  check(): Promise<void>;
  /** Where the branch stands now. On GitHub that may be further than what was checked out: the files on the disk follow. */
  head(): Promise<CommitId>;
  /** `owner/name` of the repository on GitHub; null when it is not known. */
  repository(): Promise<string | null>;
  /** Who works here, for the audit; null when git knows no name. */
  user(): Promise<string | null>;
  /** Paths below these folders whose file on the disk differs from the head commit, sorted; new files too. */
  changed(folders: readonly string[]): Promise<readonly string[]>;
  /** All or nothing: one commit, after which the files on the disk are as committed. Other changes on the disk stay as they are. */
  commit(commit: NewCommit): Promise<Committed>;
  /** Puts back files below these folders that a killed run left as they stood one commit earlier. Answers their paths. */
  settle(folders: readonly string[]): Promise<readonly string[]>;
  /** The file as it stood in a commit; undefined when it was not there. */
  read(commit: CommitId, path: string): Promise<string | undefined>;
  /** Commits of the branch that touched one of these paths or folders, newest first; `untilMs` leaves out what is younger. */
  log(
    paths: readonly string[],
    options?: { readonly most?: number; readonly untilMs?: number },
  ): Promise<readonly PastCommit[]>;
  /** Takes the lease of that name unless another living run holds it. */
  lease(name: string, holder: Holder, nowMs: number): Promise<Lease>;
  /** Who holds the lease of that name; null when nobody does. Takes nothing. */
  holder(name: string, nowMs: number): Promise<Holder | null>;
};
