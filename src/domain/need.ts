import type { AccountName, AlbumId, ArtistId, PlaylistId, TrackUri } from './ids.ts';

export type AlbumGroup = 'album' | 'single' | 'appears_on' | 'compilation';
export type TopRange = 'short' | 'medium' | 'long';

/**
 * A question that only Spotify can answer. Facts hold one answer a need; what a plan lacks is a list of needs.
 * A need is asked as one account, since what can be read depends on who asks.
 */
export type Need = { readonly account: AccountName } & (
  | { readonly kind: 'playlist'; readonly id: PlaylistId }
  /** A playlist as the ledger knew it at the end of a night: git answers this, not Spotify. */
  | { readonly kind: 'as_of'; readonly id: PlaylistId; readonly night: string }
  /** The newest `most` saved tracks; all of them when it is null. */
  | { readonly kind: 'liked'; readonly most: number | null }
  | { readonly kind: 'top'; readonly range: TopRange }
  | { readonly kind: 'search'; readonly query: string; readonly most: number }
  | { readonly kind: 'followed' }
  | { readonly kind: 'discography'; readonly artist: ArtistId; readonly groups: readonly AlbumGroup[] }
  /** An album with its tracks in order. */
  | { readonly kind: 'album'; readonly id: AlbumId }
  /** One track whole: title, artists, album, ISRC, and the id under which it is shown; with a night, read anew on it. */
  | { readonly kind: 'track'; readonly uri: TrackUri; readonly night?: string }
);

export type NeedKind = Need['kind'];
export type NeedOf<K extends NeedKind> = Extract<Need, { readonly kind: K }>;

/** What tells two needs apart, readable in a facts file: `studio playlist 37i9dQ…`. */
export function needKey(need: Need): string {
  switch (need.kind) {
    case 'playlist':
    case 'album':
      return `${need.account} ${need.kind} ${need.id}`;
    case 'as_of':
      return `${need.account} as_of ${need.night} ${need.id}`;
    case 'liked':
      return `${need.account} liked ${need.most ?? 'all'}`;
    case 'top':
      return `${need.account} top ${need.range}`;
    case 'search':
      return `${need.account} search ${need.most} ${need.query}`;
    case 'followed':
      return `${need.account} followed`;
    case 'discography':
      return `${need.account} discography ${need.artist} ${[...need.groups].sort().join('+')}`;
    case 'track':
      return `${need.account} track ${need.uri}${need.night === undefined ? '' : ` on ${need.night}`}`;
  }
}
