import type { Episode } from '../world/schema/catalogue.ts';
import type { World } from '../world/world.ts';
import { linked } from './link.ts';

export function visibleEpisode(world: World, id: string): Episode | undefined {
  const episode = world.episodes.get(id);
  return episode?.dead === true ? undefined : episode;
}

export const simpleEpisode = (episode: Episode): object => ({
  ...linked('episode', episode.id),
  description: '',
  duration_ms: episode.durationMs,
  explicit: episode.explicit,
  images: [],
  is_playable: true,
  languages: ['en'],
  name: episode.name,
  release_date: episode.releaseDate,
  release_date_precision: 'day',
});

export const fullEpisode = (world: World, episode: Episode): object => ({
  ...simpleEpisode(episode),
  show: simpleShow(world, episode.show),
});

/** Without `publisher` and `available_markets`, which are removed. */
export const simpleShow = (world: World, id: string): object => ({
  ...linked('show', id),
  description: '',
  explicit: false,
  images: [],
  name: world.shows.get(id)?.name ?? '',
  total_episodes: world.shows.get(id)?.episodes.length ?? 0,
});
