import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const names = Type.Array(Type.String(), { default: [] });

export const ArtistEntry = Type.Object({ id: Type.String(), name: Type.String(), genres: names }, closed);

export const AlbumEntry = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    kind: Type.Union([Type.Literal('album'), Type.Literal('single'), Type.Literal('compilation')], {
      default: 'album',
    }),
    /** As exact as the precision: `2026-11-20`, `2026-11` or `2026`. */
    releaseDate: Type.String({ default: '2020-01-01' }),
    precision: Type.Union([Type.Literal('day'), Type.Literal('month'), Type.Literal('year')], { default: 'day' }),
    artists: names,
    tracks: names,
    upc: Type.Union([Type.String(), Type.Null()], { default: null }),
    /** 0 to 100; never shown in the development dialect, but `tag:hipster` goes by it. */
    popularity: Type.Integer({ default: 50 }),
    /** True until its `release` happens: neither it nor its tracks can be seen. */
    unreleased: Type.Boolean({ default: false }),
  },
  closed,
);

export const TrackEntry = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    artists: names,
    album: Type.Union([Type.String(), Type.Null()], { default: null }),
    isrc: Type.Union([Type.String(), Type.Null()], { default: null }),
    durationMs: Type.Integer({ default: 180_000 }),
    explicit: Type.Boolean({ default: false }),
    disc: Type.Integer({ default: 1 }),
    number: Type.Integer({ default: 1 }),
    /** Markets in which it plays; null means all. */
    playableIn: Type.Union([Type.Array(Type.String()), Type.Null()], { default: null }),
    /** Market to the id that is shown there instead of this one. */
    relinks: Type.Record(Type.String(), Type.String(), { default: {} }),
    /** GET answers 404, a batch that names it 502, and rows that hold it read as null. */
    dead: Type.Boolean({ default: false }),
  },
  closed,
);

export const ShowEntry = Type.Object({ id: Type.String(), name: Type.String(), episodes: names }, closed);

export const EpisodeEntry = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    show: Type.String(),
    durationMs: Type.Integer({ default: 1_800_000 }),
    releaseDate: Type.String({ default: '2020-01-01' }),
    explicit: Type.Boolean({ default: false }),
    dead: Type.Boolean({ default: false }),
  },
  closed,
);

export type Artist = Static<typeof ArtistEntry>;
export type Album = Static<typeof AlbumEntry>;
export type Track = Static<typeof TrackEntry>;
export type Show = Static<typeof ShowEntry>;
export type Episode = Static<typeof EpisodeEntry>;
