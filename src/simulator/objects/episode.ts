import type { Episode } from '../world/schema/catalogue.ts';
import type { World } from '../world/world.ts';
import { linked } from './link.ts';
import type { Viewer } from './viewer.ts';

export function visibleEpisode(world: World, id: string): Episode | undefined {
  const episode = world.episodes.get(id);
  return episode?.dead === true ? undefined : episode;
}

export const simpleEpisode = (episode: Episode): object => ({
  ...linked('episode', episode.id),
  audio_preview_url: null,
  description: '',
  duration_ms: episode.durationMs,
  explicit: episode.explicit,
  html_description: '',
  images: [],
  is_externally_hosted: false,
  is_playable: true,
  languages: ['en'],
  name: episode.name,
  release_date: episode.releaseDate,
  release_date_precision: 'day',
});

export const fullEpisode = (world: World, episode: Episode, viewer: Viewer): object => ({
  ...simpleEpisode(episode),
  show: simpleShow(world, episode.show, viewer),
});

/** `publisher` and `available_markets` are for the extended dialect only. */
export const simpleShow = (world: World, id: string, { market, extended }: Viewer): object => ({
  ...linked('show', id),
  copyrights: [],
  description: '',
  explicit: false,
  html_description: '',
  images: [],
  is_externally_hosted: false,
  languages: ['en'],
  media_type: 'audio',
  name: world.shows.get(id)?.name ?? '',
  total_episodes: world.shows.get(id)?.episodes.length ?? 0,
  ...(extended ? { available_markets: [market], publisher: '' } : {}),
});
