import { artist } from './artist.ts';
import { artists } from './artists.ts';
import { file } from './file.ts';
import { liked } from './liked.ts';
import { newReleases } from './new-releases.ts';
import { playlist } from './playlist.ts';
import { rule } from './rule.ts';
import { search } from './search.ts';
import { top } from './top.ts';
import { tracks } from './tracks.ts';

/** Every source that `from` can name. */
export const sources = {
  playlist,
  rule,
  tracks,
  liked,
  file,
  artist,
  artists,
  new_releases: newReleases,
  search,
  top,
} as const;
