import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const textOrNull = (fallback: string | null) => Type.Union([Type.String(), Type.Null()], { default: fallback });

export const RowEntry = Type.Object(
  {
    /** The stored URI (`spotify:track:`, `spotify:episode:` or `spotify:local:`); null where Spotify lost the item. */
    uri: Type.Union([Type.String(), Type.Null()]),
    addedAt: Type.String({ default: '2020-01-01T00:00:00Z' }),
    addedBy: textOrNull(null),
  },
  closed,
);

export const PlaylistEntry = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ default: '' }),
    /** As stored; it reads back with HTML escaped. The text `null` is what Spotify makes of "none" at times. */
    description: textOrNull(null),
    public: Type.Boolean({ default: true }),
    /** True: `public` stays as it is, whatever an update says. */
    publicIsStuck: Type.Boolean({ default: false }),
    collaborative: Type.Boolean({ default: false }),
    /** `spotify` for Spotify's own lists, which read as 404. */
    owner: Type.String(),
    collaborators: Type.Array(Type.String(), { default: [] }),
    followers: Type.Integer({ default: 0 }),
    rows: Type.Array(RowEntry, { default: [] }),
    /** Counts changes of items and details; the snapshot id is made of it. */
    revision: Type.Integer({ default: 1 }),
    /** What readers still see after a change: the revision before it, until the lag is over. */
    late: Type.Union([Type.Object({ revision: Type.Integer(), sinceMs: Type.Number() }, closed), Type.Null()], {
      default: null,
    }),
    /** Lists without name and uri, as Blends do. */
    nameless: Type.Boolean({ default: false }),
  },
  closed,
);

export type Row = Static<typeof RowEntry>;
export type Playlist = Static<typeof PlaylistEntry>;
