/** What Spotify knows of a local file is what its URI says: `spotify:local:{artist}:{album}:{title}:{seconds}`. */
export function localTrack(uri: string): object {
  const [artist = '', album = '', title = '', seconds = ''] = uri.split(':').slice(2).map(readable);
  return {
    album: { album_type: null, artists: [], href: null, id: null, images: [], name: album, type: 'album', uri: null },
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
  };
}

function readable(part: string): string {
  const spaced = part.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
