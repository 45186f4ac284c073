import type { Branded } from './brand.ts';

/** The 22 base-62 characters of Spotify's ids. */
const base62 = /^[0-9A-Za-z]{22}$/;

export type ArtistId = Branded<string, 'ArtistId'>;
export type AlbumId = Branded<string, 'AlbumId'>;
export type PlaylistId = Branded<string, 'PlaylistId'>;
/** A Spotify user id: free text, never shown on public pages. */
export type UserId = Branded<string, 'UserId'>;
/** Spotify's id of the account behind a user, which stays when the user's own changes. */
export type AccountId = Branded<string, 'AccountId'>;
/** An opaque version of a whole playlist; it changes on detail edits too and is no lock. */
export type SnapshotId = Branded<string, 'SnapshotId'>;

export type TrackUri = Branded<string, 'TrackUri'>;
export type EpisodeUri = Branded<string, 'EpisodeUri'>;
/** `spotify:local:{artist}:{album}:{title}:{seconds}`, percent-encoded with `+` for spaces. */
export type LocalUri = Branded<string, 'LocalUri'>;
/** What a playlist can be told to hold: only these can be added. */
export type AddableUri = TrackUri | EpisodeUri;

/** The name of an account in `setlist.yaml`. */
export type AccountName = Branded<string, 'AccountName'>;
/** A rule's path under `playlists/` without `.yaml`, `/item` behind it when the rule came from `for_each`. */
export type Slug = Branded<string, 'Slug'>;

/** What a share link, URI or bare id can be about. */
export type LinkKind = 'track' | 'episode' | 'album' | 'artist' | 'playlist' | 'show';

export const isBase62Id = (text: string): boolean => base62.test(text);

export const isTrackUri = (text: string): text is TrackUri => /^spotify:track:[0-9A-Za-z]{22}$/.test(text);
export const isEpisodeUri = (text: string): text is EpisodeUri => /^spotify:episode:[0-9A-Za-z]{22}$/.test(text);
export const isLocalUri = (text: string): text is LocalUri => text.startsWith('spotify:local:');
export const isAddableUri = (text: string): text is AddableUri => isTrackUri(text) || isEpisodeUri(text);

/**
 * The id in a share link (`https://open.spotify.com/intl-de/track/ID?si=…`), a URI (`spotify:track:ID`) or a bare id;
 * undefined when the text is none of these, or a link to something of another kind.
 */
export function idIn(kind: LinkKind, text: string): string | undefined {
  const link = /^https?:\/\/open\.spotify\.com\/(?:intl-[a-z-]+\/)?([a-z]+)\/([0-9A-Za-z]{22})\/?(?:[?#].*)?$/.exec(
    text,
  );
  const [, found, id] = link ?? /^spotify:([a-z]+):([0-9A-Za-z]{22})$/.exec(text) ?? [];
  if (found !== undefined) return found === kind ? id : undefined;
  return isBase62Id(text) ? text : undefined;
}

/** The kind of thing that a share link or URI names; undefined for bare ids and everything else. */
export function linkKind(text: string): string | undefined {
  return /^(?:https?:\/\/open\.spotify\.com\/(?:intl-[a-z-]+\/)?|spotify:)([a-z]+)[/:]/.exec(text)?.[1];
}

export const trackUri = (id: string): TrackUri => `spotify:track:${id}` as TrackUri;
export const episodeUri = (id: string): EpisodeUri => `spotify:episode:${id}` as EpisodeUri;
