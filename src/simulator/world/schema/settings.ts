import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const oneOf = <const T extends string>(words: readonly T[], fallback: T) =>
  Type.Unsafe<T>({ enum: [...words], default: fallback });

export const SettingsEntry = Type.Object(
  {
    /** How long a new snapshot id stays unseen after a write. */
    snapshotLagSeconds: Type.Number({ default: 30 }),
    /** How long the rows before a write are still shown. */
    itemLagSeconds: Type.Number({ default: 0.6 }),
    /** Simulated time that a request takes. */
    latencyMs: Type.Integer({ default: 0 }),
    /** Of the playlists created here, how many end up public for good whatever was asked. */
    publicSticks: oneOf(['never', 'some', 'always'], 'some'),
    /** Of how many lists the name reads back with HTML escaped, as every description does. */
    namesEscaped: oneOf(['never', 'some', 'always'], 'some'),
    /** Whether a closed quota says when it opens again. */
    quotaRetryAfter: Type.Boolean({ default: true }),
    /** Whether a request that is refused for its pace or quota counts too, so that asking on keeps it closed [?]. */
    refusedCount: Type.Boolean({ default: true }),
    /** The rolling window of the token endpoint for each app, apart from the Web API's [?]; null switches it off. */
    tokenPace: Type.Union([Type.Object({ requests: Type.Integer(), seconds: Type.Number() }, closed), Type.Null()], {
      default: { requests: 60, seconds: 30 },
    }),
    /** Whether addresses of loopback with a hyphen in the path can be redirected to: one report says that they cannot. */
    loopbackHyphens: Type.Boolean({ default: false }),
    /** Who signs in at `/authorize`; null: consent is denied. */
    signsIn: Type.Union([Type.String(), Type.Null()], { default: null }),
  },
  { ...closed, default: {} },
);

const broken = [
  '500',
  '502',
  '503',
  '429',
  'reset',
  'truncated',
  'garbage',
  'short',
  'html',
  'timeout',
  'false-401',
] as const;
const refused = ['quota-exceeded', 'premium-lapsed', 'not-allow-listed'] as const;

export const FaultEntry = Type.Object(
  {
    /** `*` for any. */
    method: Type.String({ default: '*' }),
    /** Without `/v1`; `*` stands for one segment, a last `**` for any number: `/playlists/*\/items`. */
    path: Type.String({ default: '/**' }),
    /** Which of the matching requests, counted from 1. */
    nth: Type.Optional(Type.Array(Type.Integer())),
    /** 0 to 1, drawn from the world's seed; every matching request when neither this nor `nth` is given. */
    probability: Type.Optional(Type.Number()),
    kind: oneOf([...broken, ...refused], '500'),
    /** Whether the server had done what was asked when it failed. */
    when: oneOf(['before', 'after'], 'before'),
    /** Null: the answer does not say. */
    retryAfterSeconds: Type.Union([Type.Integer(), Type.Null()], { default: 5 }),
    /** Whether it says so as a date, as HTTP allows, and not in seconds. */
    retryAfterIsDate: Type.Optional(Type.Boolean()),
    /** What the body of a refusal is in place of JSON. */
    body: Type.Optional(Type.Unsafe<'text' | 'empty'>({ enum: ['text', 'empty'] })),
    /** How many rows a `short` page still has; none when left out. */
    keeps: Type.Optional(Type.Integer()),
  },
  closed,
);

export type Settings = Static<typeof SettingsEntry>;
export type Fault = Static<typeof FaultEntry>;
