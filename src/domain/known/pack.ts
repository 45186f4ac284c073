import type { AddableUri, AlbumId, EpisodeUri, TrackUri } from '../ids.ts';
import type { Album, Item, PartialDate } from '../item.ts';
import type { Artists } from './artists.ts';

type Numbers = readonly number[];
type Bit = 0 | 1;

type PackedTrack = readonly [
  title: string,
  durationMs: number,
  explicit: Bit,
  artists: Numbers,
  album: AlbumId | null,
  isrc: string | null,
  trackNumber: number | null,
  discNumber: number | null,
  playable: boolean | null,
  uri?: TrackUri,
];
type PackedEpisode = readonly [
  title: string,
  durationMs: number,
  explicit: Bit,
  show: string,
  released: PartialDate | null,
  uri?: EpisodeUri,
];
type PackedAlbum = readonly [title: string, artists: Numbers, released: PartialDate | null, Album['albumType']];

const isEpisode = (packed: PackedTrack | PackedEpisode): packed is PackedEpisode => typeof packed[3] === 'string';

/** An item as a line of JSON; its id comes last where it is another than the one that it is known by. */
export function packItem(id: AddableUri, item: Item, artists: Artists): string {
  const { title, durationMs, explicit } = item;
  const shown = item.uri === id ? [] : [item.uri];
  if (item.kind === 'episode')
    return JSON.stringify([title, durationMs, +explicit, item.show, item.released, ...shown]);
  const { album, isrc, trackNumber, discNumber, playable } = item;
  const by = artists.numbersOf(item.artists);
  return JSON.stringify([title, durationMs, +explicit, by, album, isrc, trackNumber, discNumber, playable, ...shown]);
}

export function unpackItem(id: AddableUri, text: string, artists: Artists): Item {
  // Written above.
  const packed = JSON.parse(text) as PackedTrack | PackedEpisode;
  if (isEpisode(packed)) {
    const [title, durationMs, explicit, show, released, uri = id as EpisodeUri] = packed;
    return { kind: 'episode', uri, title, show, durationMs, explicit: explicit === 1, released };
  }
  const [title, durationMs, explicit, by, album, isrc, trackNumber, discNumber, playable, uri = id as TrackUri] =
    packed;
  return {
    kind: 'track',
    uri,
    title,
    artists: artists.at(by),
    album,
    durationMs,
    explicit: explicit === 1,
    isrc,
    trackNumber,
    discNumber,
    playable,
  };
}

export function packAlbum(_: AlbumId, { title, artists: by, released, albumType }: Album, artists: Artists): string {
  const packed: PackedAlbum = [title, artists.numbersOf(by), released, albumType];
  return JSON.stringify(packed);
}

export function unpackAlbum(id: AlbumId, text: string, artists: Artists): Album {
  // Written above.
  const [title, by, released, albumType] = JSON.parse(text) as PackedAlbum;
  return { id, title, artists: artists.at(by), released, albumType };
}
