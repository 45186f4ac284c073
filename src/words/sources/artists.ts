import { discographySource } from './discography/word.ts';

export const artists = discographySource({
  key: 'artists',
  summary:
    'The discographies of artists: albums and singles unless `groups` says otherwise, the newest first, artist by artist.',
  example: '- artists: { artists: lists/city-pop-artists.yaml, released: { after: 2020 }, per_artist: 5 }',
});
