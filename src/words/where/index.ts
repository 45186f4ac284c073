import { added } from './added.ts';
import { album } from './album.ts';
import { artist } from './artist.ts';
import { duration } from './duration.ts';
import { explicit } from './explicit.ts';
import { onList } from './on-list.ts';
import { onPlaylist } from './on-playlist.ts';
import { firstSeen, lastLeft, tenure } from './past.ts';
import { released } from './released.ts';
import { title } from './title.ts';

/** Every field that `where` can test. */
export const fields = {
  title,
  artist,
  album,
  released,
  added,
  duration,
  explicit,
  on_playlist: onPlaylist,
  on_list: onList,
  last_left: lastLeft,
  first_seen: firstSeen,
  tenure,
} as const;
