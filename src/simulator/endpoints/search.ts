import type { Call, Route } from '../http/call.ts';
import { json } from '../http/incoming.ts';
import { limitIn, offsetIn } from '../http/query.ts';
import { badRequest } from '../http/refusal.ts';
import { simpleAlbum } from '../objects/album.ts';
import { fullArtist } from '../objects/artist.ts';
import { simpleEpisode, simpleShow } from '../objects/episode.ts';
import { paging } from '../objects/paging.ts';
import { listedPlaylist } from '../objects/playlist.ts';
import { fullTrack } from '../objects/track.ts';
import type { Found } from '../search/documents.ts';
import { find } from '../search/find.ts';
import { parseQuery } from '../search/query.ts';

const kinds = ['album', 'artist', 'playlist', 'track', 'show', 'episode', 'audiobook'] as const;
type Kind = (typeof kinds)[number];

/** Results reachable in all; `limit` and `offset` are for each kind. */
const mostResults = 1000;

export const search: Route = {
  method: 'GET',
  pattern: '/search',
  bucket: 'search',
  run(call) {
    const text = call.query.get('q') ?? '';
    if (text.trim() === '') throw badRequest('No search query');
    const asked = kindsIn(call.query.get('type'));
    const limit = call.app.dialect === 'extended' ? limitIn(call.query, 20, 50) : limitIn(call.query, 5, 10);
    const offset = offsetIn(call.query, mostResults);
    if (offset + limit > mostResults) throw badRequest('Invalid offset');
    const query = parseQuery(text);
    const answers = asked.map((kind) => {
      const ids = kind === 'audiobook' ? [] : find(call.world, kind, query).slice(0, mostResults);
      const items = ids
        .slice(offset, offset + limit)
        .map((id) => (kind === 'audiobook' ? null : shown(call, kind, id)));
      return [`${kind}s`, paging(call, { items, offset, limit, total: ids.length })];
    });
    return json(200, Object.fromEntries(answers));
  },
};

function kindsIn(text: string | null): readonly Kind[] {
  if (text === null || text === '') throw badRequest('Missing parameter type');
  return text.split(',').map((word) => {
    const kind = kinds.find((known) => known === word);
    if (kind === undefined) throw badRequest(`Bad search type field ${word}`);
    return kind;
  });
}

function shown(call: Call, kind: Found, id: string): object | null {
  const { world, viewer } = call;
  switch (kind) {
    case 'track': {
      const track = world.tracks.get(id);
      return track === undefined ? null : fullTrack(world, track, viewer);
    }
    case 'album': {
      const album = world.albums.get(id);
      return album === undefined ? null : simpleAlbum(world, album, call.viewer);
    }
    case 'artist':
      return fullArtist(world, id, call.viewer);
    case 'playlist': {
      const playlist = world.playlists.get(id);
      return playlist === undefined ? null : listedPlaylist(call, playlist);
    }
    case 'show':
      return simpleShow(world, id, viewer);
    case 'episode': {
      const episode = world.episodes.get(id);
      return episode === undefined ? null : simpleEpisode(episode);
    }
  }
}
