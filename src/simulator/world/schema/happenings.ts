import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const at = Type.String();
/** An id, or the name of a list that the user owns at that time. */
const playlist = Type.String();
const uris = Type.Array(Type.String(), { default: [] });

const Release = Type.Object({ kind: Type.Literal('release'), at, album: Type.String() }, closed);

/** A person changes a list in the app: removals first, then one row moved, then additions. */
const HandEdit = Type.Object(
  {
    kind: Type.Literal('hand-edit'),
    at,
    user: Type.String(),
    playlist,
    remove: uris,
    /** Places from 0, the second one counted after the row was taken out. */
    move: Type.Optional(Type.Tuple([Type.Integer(), Type.Integer()])),
    add: uris,
    /** Where the additions go; the end when left out. */
    position: Type.Optional(Type.Integer()),
    name: Type.Optional(Type.String()),
    description: Type.Optional(Type.String()),
  },
  closed,
);

/** Someone edits one of their own lists as the seed has it: adds, removes or moves a row or two. */
const Whim = Type.Object(
  { kind: Type.Literal('whim'), at, user: Type.String(), everyHours: Type.Optional(Type.Number()) },
  closed,
);

/** Followers come and go: by a fixed number, or each time by up to `most` as the seed has it. */
const Followers = Type.Object(
  {
    kind: Type.Literal('followers'),
    at,
    playlist,
    by: Type.Optional(Type.Integer()),
    most: Type.Optional(Type.Integer()),
    everyHours: Type.Optional(Type.Number()),
  },
  closed,
);

/** `dead`: gone for good; `market`: it stays and no longer plays anywhere. */
const Unavailable = Type.Object(
  {
    kind: Type.Literal('unavailable'),
    at,
    track: Type.String(),
    how: Type.Union([Type.Literal('dead'), Type.Literal('market')], { default: 'dead' }),
  },
  closed,
);

const Relink = Type.Object(
  { kind: Type.Literal('relink'), at, track: Type.String(), market: Type.String(), to: Type.String() },
  closed,
);

const Premium = Type.Object(
  { kind: Type.Literal('premium'), at, user: Type.String(), premium: Type.Boolean() },
  closed,
);

/** The developer puts a user on the list of an app, or takes them off. */
const AllowList = Type.Object(
  { kind: Type.Literal('allow-list'), at, app: Type.String(), user: Type.String(), listed: Type.Boolean() },
  closed,
);

const Revoke = Type.Object({ kind: Type.Literal('revoke'), at, user: Type.String() }, closed);

export const happenings = [
  Release,
  HandEdit,
  Whim,
  Followers,
  Unavailable,
  Relink,
  Premium,
  AllowList,
  Revoke,
] as const;

export type Happening =
  | Static<typeof Release>
  | Static<typeof HandEdit>
  | Static<typeof Whim>
  | Static<typeof Followers>
  | Static<typeof Unavailable>
  | Static<typeof Relink>
  | Static<typeof Premium>
  | Static<typeof AllowList>
  | Static<typeof Revoke>;
export type HappeningOf<K extends Happening['kind']> = Extract<Happening, { kind: K }>;
