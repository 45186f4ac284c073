import type { Route } from '../http/call.ts';
import { json } from '../http/incoming.ts';
import { limitIn, offsetIn } from '../http/query.ts';
import { fullEpisode, simpleEpisode, simpleShow, visibleEpisode } from '../objects/episode.ts';
import { paging } from '../objects/paging.ts';
import { fullTrack, visibleTrack } from '../objects/track.ts';
import { named } from './catalogue-id.ts';

/** As the user's market shows it, which may be under another id than was asked for. */
export const readTrack: Route = {
  method: 'GET',
  pattern: '/tracks/:',
  bucket: 'tracks',
  run(call) {
    const track = named(call, (id) => visibleTrack(call.world, id));
    return json(200, fullTrack(call.world, track, call.viewer));
  },
};

export const readEpisode: Route = {
  method: 'GET',
  pattern: '/episodes/:',
  bucket: 'tracks',
  run: (call) =>
    json(
      200,
      fullEpisode(
        call.world,
        named(call, (id) => visibleEpisode(call.world, id)),
      ),
    ),
};

export const readShow: Route = {
  method: 'GET',
  pattern: '/shows/:',
  bucket: 'albums',
  run: (call) => json(200, simpleShow(call.world, named(call, (id) => call.world.shows.get(id)).id)),
};

export const readShowEpisodes: Route = {
  method: 'GET',
  pattern: '/shows/:/episodes',
  bucket: 'albums',
  run(call) {
    const { episodes } = named(call, (id) => call.world.shows.get(id));
    const limit = limitIn(call.query, 20, 50);
    const offset = offsetIn(call.query);
    const there = episodes.map((id) => visibleEpisode(call.world, id)).filter((episode) => episode !== undefined);
    const items = there.slice(offset, offset + limit).map(simpleEpisode);
    return json(200, paging(call, { items, offset, limit, total: there.length }));
  },
};
