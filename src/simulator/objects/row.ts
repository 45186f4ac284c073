import type { Call } from '../http/call.ts';
import type { Row } from '../world/schema/playlists.ts';
import { fullEpisode, visibleEpisode } from './episode.ts';
import { linked } from './link.ts';
import { localTrack } from './local.ts';
import { fullTrack, visibleTrack } from './track.ts';

/** One position of a playlist. A row without an item stays a row. */
export function shownRow(call: Call, { uri, addedAt, addedBy }: Row): object {
  return {
    added_at: addedAt,
    added_by: addedBy === null ? null : linked('user', addedBy),
    is_local: uri?.startsWith('spotify:local:') ?? false,
    primary_color: null,
    [call.viewer.extended ? 'track' : 'item']: uri === null ? null : itemOf(call, uri),
    video_thumbnail: { url: null },
  };
}

/** The legacy booleans inside the item are a trap: `item.track` is `true`, not a track. */
function itemOf(call: Call, uri: string): object | null {
  const { world, viewer } = call;
  if (uri.startsWith('spotify:local:')) return { ...localTrack(uri, viewer), track: true, episode: false };
  const id = uri.slice(uri.lastIndexOf(':') + 1);
  if (uri.startsWith('spotify:track:')) {
    const track = visibleTrack(world, id);
    return track === undefined ? null : { ...fullTrack(world, track, viewer), track: true, episode: false };
  }
  return episodeOf(call, id);
}

/** Who does not ask for episodes gets them dressed up as tracks. */
function episodeOf({ world, viewer, query }: Call, id: string): object | null {
  const episode = visibleEpisode(world, id);
  if (episode === undefined) return null;
  const types = (query.get('additional_types') ?? '').split(',');
  if (types.includes('episode')) return { ...fullEpisode(world, episode, viewer), track: false, episode: true };
  const { id: _, name, uri } = { ...linked('episode', id), name: episode.name };
  const dressed = { ...localTrack(uri, viewer), is_local: false, id, name, duration_ms: episode.durationMs };
  return { ...dressed, uri, track: false, episode: true };
}
