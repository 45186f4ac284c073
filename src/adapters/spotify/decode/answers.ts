import { Type } from 'typebox';
import { AlbumJson, ItemJson, ItemPage, ListingJson, PlaylistJson, pageOf, RowPage } from './schemas.ts';
import { decoder } from './shape.ts';

/** Every answer that is read, by what it is about. */
export const decode = {
  me: decoder(Type.Object({ id: Type.String() })),
  listing: decoder(ListingJson),
  playlist: decoder(PlaylistJson),
  rows: decoder(RowPage),
  saved: decoder(RowPage),
  items: decoder(ItemPage),
  search: decoder(Type.Object({ tracks: ItemPage })),
  followed: decoder(Type.Object({ artists: pageOf(Type.Object({ id: Type.String() })) })),
  albums: decoder(pageOf(Type.Union([AlbumJson, Type.Null()]))),
  album: decoder(Type.Intersect([AlbumJson, Type.Object({ tracks: ItemPage })])),
  item: decoder(ItemJson),
};
