import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const ids = Type.Array(Type.String(), { default: [] });
const ranges = Type.Object({ short_term: ids, medium_term: ids, long_term: ids }, { ...closed, default: {} });
const saved = Type.Array(Type.Object({ id: Type.String(), addedAt: Type.String() }, closed), { default: [] });

export const RefreshToken = Type.Object(
  {
    token: Type.String(),
    /** The client id it was given to. */
    app: Type.String(),
    /** Space-separated, as Spotify writes them. */
    scopes: Type.String(),
    authorizedAt: Type.String(),
    /** True when it came of a flow with the client secret: a refresh must then show the secret too. */
    needsSecret: Type.Boolean({ default: false }),
    revoked: Type.Boolean({ default: false }),
  },
  closed,
);

export const UserEntry = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ default: '' }),
    premium: Type.Boolean({ default: true }),
    /** False: no app lists them, so that signing in works and calls are refused with 403. */
    allowListed: Type.Boolean({ default: true }),
    market: Type.String({ default: 'DE' }),
    refreshTokens: Type.Array(RefreshToken, { default: [] }),
    /** What `GET /me/playlists` lists, in its order: own and followed; null where Spotify lists a null. */
    playlists: Type.Array(Type.Union([Type.String(), Type.Null()]), { default: [] }),
    /** Newest first, as all of the following. */
    savedTracks: saved,
    savedAlbums: saved,
    savedEpisodes: saved,
    savedShows: saved,
    followedArtists: ids,
    topTracks: ranges,
    topArtists: ranges,
    recentlyPlayed: Type.Array(Type.Object({ id: Type.String(), playedAt: Type.String() }, closed), { default: [] }),
  },
  closed,
);

export const AppEntry = Type.Object(
  {
    /** The client id. */
    id: Type.String(),
    secret: Type.Union([Type.String(), Type.Null()], { default: null }),
    /** The developer's account: its Premium keeps the app alive and its quotas are shared by all its apps. */
    owner: Type.String({ default: 'developer' }),
    dialect: Type.Union([Type.Literal('development'), Type.Literal('extended')], { default: 'development' }),
    redirectUris: ids,
    /** Whom it lists, five at most in the development dialect; null: everybody. */
    users: Type.Union([Type.Array(Type.String()), Type.Null()], { default: null }),
    /** What is refused to whom it does not list, as the paths of faults are written: at times only some of it is. */
    listedOnly: Type.Array(Type.String(), { default: ['/**'] }),
    /** True: every refresh answers with a new refresh token, and the old one is dead. */
    rotates: Type.Boolean({ default: false }),
    /** The rolling window; null switches it off. */
    pace: Type.Union([Type.Object({ requests: Type.Integer(), seconds: Type.Number() }, closed), Type.Null()], {
      default: { requests: 60, seconds: 30 },
    }),
    /** Requests in rolling 24 hours by bucket; a bucket that is not named has no end. */
    quotas: Type.Record(Type.String(), Type.Integer(), { default: {} }),
  },
  closed,
);

export type User = Static<typeof UserEntry>;
export type App = Static<typeof AppEntry>;
export type Authorization = Static<typeof RefreshToken>;
