import { hash } from '../world/hash.ts';
import type { Track } from '../world/schema/catalogue.ts';
import type { World } from '../world/world.ts';
import { simpleAlbum } from './album.ts';
import { simpleArtist } from './artist.ts';
import { linked } from './link.ts';
import { noAlbum } from './local.ts';
import type { Viewer } from './viewer.ts';

/** A track that nobody can see is no track: dead, or on an album that is not out yet. */
export function visibleTrack(world: World, id: string): Track | undefined {
  const track = world.tracks.get(id);
  if (track === undefined || track.dead) return undefined;
  const album = track.album === null ? undefined : world.albums.get(track.album);
  return album?.unreleased === true ? undefined : track;
}

/**
 * What the user's market shows instead: another id, and nothing that tells so (`linked_from` is removed). What is shown
 * plays there and so is shown as itself.
 */
export function shownTrack(world: World, track: Track, market: string, passed: readonly Track[] = []): Track {
  const instead = track.relinks[market];
  const next = instead === undefined ? undefined : visibleTrack(world, instead);
  return next === undefined || passed.includes(next) ? track : shownTrack(world, next, market, [...passed, track]);
}

const isPlayable = ({ playableIn }: Track, market: string): boolean =>
  playableIn === null || playableIn.includes(market);

/** As albums list it: no ISRC and no album. */
export function simpleTrack(world: World, stored: Track, { market, extended }: Viewer): object {
  const track = shownTrack(world, stored, market);
  const playable = isPlayable(track, market);
  return {
    ...linked('track', track.id),
    artists: track.artists.map((id) => simpleArtist(world, id)),
    disc_number: track.disc,
    duration_ms: track.durationMs,
    explicit: track.explicit,
    is_local: false,
    is_playable: playable,
    name: track.name,
    preview_url: null,
    ...(playable ? {} : { restrictions: { reason: 'market' } }),
    track_number: track.number,
    ...(extended && track !== stored ? { linked_from: linked('track', stored.id) } : {}),
    ...(extended ? { available_markets: track.playableIn ?? [market] } : {}),
  };
}

/** `popularity`, `available_markets` and `linked_from` are for the extended dialect only; `external_ids` stayed. */
export function fullTrack(world: World, stored: Track, viewer: Viewer): object {
  const track = shownTrack(world, stored, viewer.market);
  const album = track.album === null ? undefined : world.albums.get(track.album);
  return {
    ...simpleTrack(world, stored, viewer),
    album: album === undefined ? noAlbum('', viewer) : simpleAlbum(world, album, viewer),
    external_ids: track.isrc === null ? {} : { isrc: track.isrc },
    ...(viewer.extended ? { popularity: hash(track.id) % 101 } : {}),
  };
}
