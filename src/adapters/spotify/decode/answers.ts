import { Type } from 'typebox';
import * as schemas from './schemas.ts';
import { decoder } from './shape.ts';

/** Every answer that is read, by what it is about. */
export const decode = {
  me: decoder(Type.Object({ id: Type.String() })),
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
