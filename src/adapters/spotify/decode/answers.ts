import * as schemas from './schemas.ts';
import { decoder } from './shape.ts';
import { userFrom } from './user.ts';

/** Every answer that is read, by what it is about. */
export const decode = {
  me: userFrom,
  listing: decoder(schemas.ListingJson),
  playlist: decoder(schemas.PlaylistJson),
  rows: decoder(schemas.RowPage),
  items: decoder(schemas.ItemPage),
  search: decoder(schemas.FoundJson),
  followed: decoder(schemas.FollowedJson),
  albums: decoder(schemas.AlbumPage),
  album: decoder(schemas.WholeAlbumJson),
  item: decoder(schemas.ItemJson),
};
