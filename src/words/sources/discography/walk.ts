import type { AlbumId, ArtistId, TrackUri } from '../../../domain/ids.ts';
import type { Album, PartialDate } from '../../../domain/item.ts';
import type { AlbumGroup } from '../../../domain/need.ts';
import type { Tri } from '../../values/kleene.ts';
import type { Asking } from '../../word.ts';
import { foundIn } from '../found.ts';
import { artistsOf, type Who } from './who.ts';

export type Walk = {
  readonly artists: Who;
  readonly groups: readonly AlbumGroup[];
  /** Only albums for which this holds are opened. */
  readonly isWanted: (album: Album) => Tri;
};

/** An album with what it holds by the artist through whom it was found. */
export type Release = {
  readonly artist: ArtistId;
  readonly album: Album;
  readonly tracks: readonly TrackUri[];
};

export type Walked = {
  /** Whose releases were walked through. */
  readonly artists: readonly ArtistId[];
  readonly releases: readonly Release[];
  readonly gaps: readonly string[];
};

/**
 * The wanted albums of all artists with their tracks: artists in order, the newest album first. An album of several of
 * them comes with the first. Everything that one step lacks is asked for at once: all discographies, then all albums.
 */
export function walk({ artists: written, groups, isWanted }: Walk, asking: Asking): Walked | undefined {
  const who = artistsOf(written, asking);
  const listed = who && discographies(who.artists, groups, asking);
  const opened = listed && openAlbums(listed.albums, isWanted, asking);
  return (
    opened && {
      artists: who.artists,
      releases: opened.releases,
      gaps: [...who.gaps, ...listed.gaps, ...opened.gaps],
    }
  );
}

type Listed = { readonly artist: ArtistId; readonly id: AlbumId };

function discographies(artists: readonly ArtistId[], groups: readonly AlbumGroup[], asking: Asking) {
  const { account } = asking;
  const asked = artists.map((artist) => ({
    artist,
    answer: asking.answer<'discography'>({ account, kind: 'discography', artist, groups }),
  }));
  const albums = new Map<AlbumId, Listed>();
  const gaps: string[] = [];
  for (const { artist, answer } of asked) {
    if (answer === undefined) return undefined;
    const discography = foundIn(answer, `the discography of artist ${artist}`);
    for (const id of discography.found ?? []) if (!albums.has(id)) albums.set(id, { artist, id });
    gaps.push(...discography.gaps);
  }
  return { albums: [...albums.values()], gaps };
}

function openAlbums(albums: readonly Listed[], isWanted: Walk['isWanted'], asking: Asking) {
  const asked = albums.flatMap((listed) => {
    const album = asking.album(listed.id);
    // Not even its date is known: it has to be opened to tell.
    if (album !== undefined && isWanted(album) !== true) return [];
    const answer = asking.answer<'album'>({ account: asking.account, kind: 'album', id: listed.id });
    return [{ ...listed, album, answer }];
  });
  const releases: Release[] = [];
  const gaps: string[] = [];
  for (const { artist, id, album, answer } of asked) {
    if (answer === undefined) return undefined;
    const opened = foundIn(answer, `album ${id}`);
    gaps.push(...opened.gaps);
    if (album !== undefined)
      releases.push({ artist, album, tracks: byArtist(opened.found ?? [], artist, album, asking) });
  }
  return { releases: inOrder(releases), gaps };
}

/** On albums of others and on compilations only the tracks that credit the artist are the artist's. */
function byArtist(tracks: readonly TrackUri[], artist: ArtistId, album: Album, asking: Asking): readonly TrackUri[] {
  if (album.artists.some(({ id }) => id === artist)) return tracks;
  return tracks.filter((uri) => {
    const item = asking.item(uri);
    return item?.kind === 'track' && item.artists.some(({ id }) => id === artist);
  });
}

function inOrder(releases: readonly Release[]): readonly Release[] {
  const byArtist = Map.groupBy(releases, ({ artist }) => artist);
  return [...byArtist.values()].flatMap((own) => own.sort((one, other) => newestFirst(one.album, other.album)));
}

/** Albums of one day by their ids, so that the order does not depend on who listed them. */
export function newestFirst(one: Album, other: Album): number {
  return compare(other.released ?? '', one.released ?? '') || compare(one.id, other.id);
}

const compare = (one: PartialDate, other: PartialDate): number => (one < other ? -1 : one > other ? 1 : 0);
