import type { Viewer } from './viewer.ts';

/** What Spotify knows of a local file is what its URI says: `spotify:local:{artist}:{album}:{title}:{seconds}`. */
export function localTrack(uri: string, viewer: Viewer): object {
  const [artist = '', album = '', title = '', seconds = ''] = uri.split(':').slice(2).map(readable);
  return {
    album: noAlbum(album, viewer),
    artists: [{ href: null, id: null, name: artist, type: 'artist', uri: null, external_urls: {} }],
    disc_number: 0,
    duration_ms: Number.parseInt(seconds, 10) * 1000 || 0,
    explicit: false,
    external_ids: {},
    external_urls: {},
    href: null,
    id: null,
    is_local: true,
    is_playable: true,
    name: title,
    preview_url: null,
    track_number: 0,
    type: 'track',
    uri,
    ...(viewer.extended ? { available_markets: [], popularity: 0 } : {}),
  };
}

/** Where a track stands that is on no album of Spotify's. */
export const noAlbum = (name: string, { extended }: Viewer): object => ({
  album_type: null,
  artists: [],
  external_urls: {},
  href: null,
  id: null,
  images: [],
  name,
  release_date: null,
  release_date_precision: null,
  type: 'album',
  uri: null,
  ...(extended ? { available_markets: [] } : {}),
});

function readable(part: string): string {
  const spaced = part.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
