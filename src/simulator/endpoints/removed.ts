import type { Route } from '../http/call.ts';
import { notFound } from '../http/refusal.ts';

/**
 * What was removed in 2026 and is refused with "Forbidden". What went in 2024 (recommendations and so on) is just 404. What
 * apps with extended quota still have stands in `extended/` and is found first.
 */
const addresses = `
GET POST PUT DELETE /playlists/:/tracks
PUT DELETE          /playlists/:/followers
GET                 /playlists/:/followers/contains
GET POST            /users/:/playlists
GET                 /users/:
PUT DELETE          /me/tracks
PUT DELETE          /me/albums
PUT DELETE          /me/episodes
PUT DELETE          /me/shows
PUT DELETE          /me/audiobooks
PUT DELETE          /me/following
GET                 /me/tracks/contains
GET                 /me/albums/contains
GET                 /me/episodes/contains
GET                 /me/shows/contains
GET                 /me/audiobooks/contains
GET                 /me/following/contains
GET                 /tracks
GET                 /albums
GET                 /artists
GET                 /episodes
GET                 /shows
GET                 /audiobooks
GET                 /chapters
GET                 /artists/:/top-tracks
GET                 /browse/new-releases
GET                 /browse/categories
GET                 /browse/categories/:
GET                 /markets
`;

export const removed: readonly Route[] = addresses
  .trim()
  .split('\n')
  .flatMap((line) => {
    const words = line.split(/\s+/);
    const pattern = words.at(-1) ?? '';
    return words.slice(0, -1).map((method) => ({
      method: method as Route['method'],
      pattern,
      bucket: 'profile' as const,
      removed: true as const,
      run() {
        throw notFound();
      },
    }));
  });
