import { type TSchema, Type } from 'typebox';

const nullable = <S extends TSchema>(schema: S) => Type.Optional(Type.Union([schema, Type.Null()]));

export const ArtistJson = Type.Object({ id: nullable(Type.String()), name: nullable(Type.String()) });

export const AlbumJson = Type.Object({
  id: nullable(Type.String()),
  name: nullable(Type.String()),
  album_type: nullable(Type.String()),
  release_date: nullable(Type.String()),
  artists: Type.Optional(Type.Array(ArtistJson)),
});

/** A track or an episode, whole or simplified. Every field that Spotify ever took away is optional. */
export const ItemJson = Type.Object({
  uri: Type.String(),
  name: nullable(Type.String()),
  duration_ms: nullable(Type.Number()),
  explicit: nullable(Type.Boolean()),
  is_playable: nullable(Type.Boolean()),
  track_number: nullable(Type.Integer()),
  disc_number: nullable(Type.Integer()),
  external_ids: nullable(Type.Object({ isrc: nullable(Type.String()) })),
  artists: Type.Optional(Type.Array(ArtistJson)),
  album: nullable(AlbumJson),
  show: nullable(Type.Object({ name: nullable(Type.String()) })),
  release_date: nullable(Type.String()),
});

/** `item` in the development dialect, `track` in the extended one; null where Spotify no longer has it. */
export const RowJson = Type.Object({
  added_at: nullable(Type.String()),
  added_by: nullable(Type.Object({ id: nullable(Type.String()) })),
  is_local: nullable(Type.Boolean()),
  item: nullable(ItemJson),
  track: nullable(ItemJson),
});

export const pageOf = <S extends TSchema>(entry: S) =>
  Type.Object({ total: Type.Optional(Type.Integer()), next: nullable(Type.String()), items: Type.Array(entry) });

export const RowPage = pageOf(RowJson);
export const ItemPage = pageOf(Type.Union([ItemJson, Type.Null()]));

const Head = Type.Object({
  id: Type.String(),
  owner: Type.Object({ id: Type.String() }),
  snapshot_id: Type.String(),
  name: nullable(Type.String()),
  description: nullable(Type.String()),
  public: nullable(Type.Boolean()),
  collaborative: nullable(Type.Boolean()),
  followers: nullable(Type.Object({ total: nullable(Type.Integer()) })),
});

export const PlaylistJson = Type.Intersect([
  Head,
  Type.Object({ items: nullable(RowPage), tracks: nullable(RowPage) }),
]);

/** Blends and deleted lists are listed as null or without a name. */
export const ListingJson = pageOf(
  Type.Union([
    Type.Null(),
    Type.Object({
      id: nullable(Type.String()),
      owner: nullable(Type.Object({ id: Type.String() })),
      snapshot_id: nullable(Type.String()),
      name: nullable(Type.String()),
      description: nullable(Type.String()),
    }),
  ]),
);
