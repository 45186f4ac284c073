/** What a person can allow Setlist to do, in Spotify's words (`spotify-api.md` 3.6). */
export type Scope =
  | 'playlist-modify-private'
  | 'playlist-modify-public'
  | 'playlist-read-collaborative'
  | 'playlist-read-private'
  | 'user-follow-read'
  | 'user-library-read'
  | 'user-top-read';
