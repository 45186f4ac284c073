import { discographySource } from './discography/word.ts';

export const artist = discographySource({
  key: 'artist',
  summary: 'The discography of an artist: albums and singles unless `groups` says otherwise, the newest first.',
  example: '- artist: "https://open.spotify.com/artist/6NMoznfhRNmFfyVuyNuvS2"',
});
