import type { Call, Route } from '../http/call.ts';
import { json } from '../http/incoming.ts';
import { limitIn, offsetIn } from '../http/query.ts';
import { fullEpisode, simpleEpisode, simpleShow, visibleEpisode } from '../objects/episode.ts';
import { paging } from '../objects/paging.ts';
import { fullTrack, visibleTrack } from '../objects/track.ts';
import type { Show } from '../world/schema/catalogue.ts';
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
        call.viewer,
      ),
    ),
};

const embeddedEpisodes = 50;

/** With its first episodes. */
export const readShow: Route = {
  method: 'GET',
  pattern: '/shows/:',
  bucket: 'albums',
  run(call) {
    const show = named(call, (id) => call.world.shows.get(id));
    const episodes = episodesOf({ ...call, query: new URLSearchParams() }, show, 0, embeddedEpisodes);
    return json(200, { ...simpleShow(call.world, show.id, call.viewer), episodes });
  },
};

export const readShowEpisodes: Route = {
  method: 'GET',
  pattern: '/shows/:/episodes',
  bucket: 'albums',
  run(call) {
    const show = named(call, (id) => call.world.shows.get(id));
    const limit = limitIn(call.query, 20, 50);
    return json(200, episodesOf(call, show, offsetIn(call.query), limit));
  },
};

function episodesOf(call: Call, { id, episodes }: Show, offset: number, limit: number): object {
  const there = episodes.map((one) => visibleEpisode(call.world, one)).filter((episode) => episode !== undefined);
  const items = there.slice(offset, offset + limit).map(simpleEpisode);
  return paging({ ...call, path: `/shows/${id}/episodes` }, { items, offset, limit, total: there.length });
}
