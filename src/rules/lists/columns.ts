/** How other tools head the columns that say what a line is about (Exportify, Soundiiz and their like). */
const aliases: { readonly [heading: string]: string } = {
  track_uri: 'uri',
  spotify_uri: 'uri',
  spotify_id: 'uri',
  track_url: 'uri',
  url: 'uri',
  link: 'uri',
  track_id: 'track',
  artist_id: 'artist',
  artist_uri: 'artist',
  album_id: 'album',
  album_uri: 'album',
};

/** The names of a header's columns: small letters, words joined by underscores. */
export const columnsOf = (header: readonly string[]): readonly string[] => {
  const plain = header.map((heading) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
      .replaceAll(/^_+|_+$/g, ''),
  );
  // A file of another tool may have both its URI and a plain name under our word: the first that fits is taken.
  return plain.map((name) => (Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name));
};
