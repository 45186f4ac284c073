import { type Static, Type } from 'typebox';
import { buckets } from '../../domain/portfolio.ts';
import { documented } from '../../words/documented.ts';
import { defaultable, keys } from '../../words/index.ts';
import { definitionsOf } from './rule-schema.ts';

const count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const strict = { additionalProperties: false } as const;

const app = Type.Object(
  {
    client_id: Type.String({
      pattern: '^[0-9a-f]{32}$',
      description: 'The client id of a Spotify app: 32 characters, 0 to 9 and a to f',
    }),
    pace: Type.Optional(
      Type.Object(
        { per_second: Type.Number({ exclusiveMinimum: 0, maximum: 20 }) },
        { ...strict, description: 'Requests a second: { per_second: 1 }' },
      ),
    ),
    accounts: Type.Record(Type.String(), Type.Union([Type.Object({}, strict), Type.Null()]), {
      minProperties: 1,
      description: 'Its accounts by name: { studio: {}, sampler: {} }',
    }),
  },
  strict,
);

/** The form of `setlist.yaml`. What later versions bring to life is taken as it is and does nothing yet. */
const written = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200, description: 'What reports are titled with' }),
    timezone: Type.String({ description: 'A zone like Europe/Stockholm: a night is a date in it' }),
    apps: Type.Record(Type.String(), app, {
      minProperties: 1,
      description: 'Spotify apps by name, with their accounts',
    }),
    apply: Type.Optional(Type.Enum(['on', 'off'], { description: 'Whether anything is written: on or off' })),
    suspend: Type.Optional(Type.Boolean({ description: 'No writes at all, whatever else is said' })),
    limits: Type.Optional(
      Type.Object(
        { creations: Type.Optional(count), requests: Type.Optional(count) },
        { ...strict, description: 'The most that one run may do' },
      ),
    ),
    budget: Type.Optional(
      Type.Object(
        Object.fromEntries([...buckets, 'followers' as const].map((bucket) => [bucket, Type.Optional(count)])),
        {
          ...strict,
          description:
            'The most requests of each app in any 24 hours, by bucket; followers: reads a night for them alone',
        },
      ),
    ),
    defaults: Type.Optional(
      Type.Object(Object.fromEntries(defaultable.map((key) => [key, Type.Optional(documented(keys[key]))])), {
        ...strict,
        description: 'What holds for rules that do not say it themselves',
      }),
    ),
    approvers: Type.Optional(Type.Object({}, { description: 'Who may approve (not used yet)' })),
    retention: Type.Optional(Type.String({ description: 'How long history is kept night by night, like 400d' })),
    ledger_branch: Type.Optional(Type.String({ description: 'The branch of reports/ (not used yet)' })),
    webhook: Type.Optional(Type.Object({}, { description: 'What a webhook is told (not used yet)' })),
    report: Type.Optional(Type.Object({}, { description: 'Where reports are shown (not used yet)' })),
  },
  strict,
);

export type WrittenPortfolio = Static<typeof written>;

export const portfolioSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A portfolio of Setlist',
  ...written,
  $defs: definitionsOf(defaultable.map((key) => keys[key])),
} as const;
