import { type TSchema, Type } from 'typebox';

const nullable = <S extends TSchema>(schema: S) => Type.Optional(Type.Union([schema, Type.Null()]));

export const ArtistJson = Type.Object({ id: nullable(Type.String()), name: nullable(Type.String()) });

const artists = nullable(Type.Array(Type.Union([ArtistJson, Type.Null()])));

export const AlbumJson = Type.Object({
  id: nullable(Type.String()),
  name: nullable(Type.String()),
  album_type: nullable(Type.String()),
  release_date: nullable(Type.String()),
  artists,
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
  artists,
  album: nullable(AlbumJson),
  show: nullable(Type.Object({ name: nullable(Type.String()) })),
  release_date: nullable(Type.String()),
});

/**
 * `item` in the development dialect, `track` in the extended one; null where Spotify no longer has it. Beside `item`,
 * `track` may also be a boolean that says what kind it is.
 */
export const RowJson = Type.Object({
  added_at: nullable(Type.String()),
  added_by: nullable(Type.Object({ id: nullable(Type.String()) })),
  item: nullable(ItemJson),
  track: nullable(Type.Union([ItemJson, Type.Boolean()])),
});
const Slot = Type.Union([RowJson, Type.Null()]);

export const pageOf = <S extends TSchema>(entry: S) =>
  Type.Object({ total: nullable(Type.Integer()), next: nullable(Type.String()), items: Type.Array(entry) });

export const RowPage = pageOf(Slot);
export const ItemPage = pageOf(Type.Union([ItemJson, Type.Null()]));
export const AlbumPage = pageOf(Type.Union([AlbumJson, Type.Null()]));
export const WholeAlbumJson = Type.Intersect([AlbumJson, Type.Object({ tracks: ItemPage })]);

/** Followed artists come in cursors, one level deeper. */
export const FollowedJson = Type.Object({
  artists: Type.Intersect([
    pageOf(Type.Union([Type.Object({ id: Type.String() }), Type.Null()])),
    Type.Object({ cursors: nullable(Type.Object({ after: nullable(Type.String()) })) }),
  ]),
});
export const FoundJson = Type.Object({ tracks: ItemPage });

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
