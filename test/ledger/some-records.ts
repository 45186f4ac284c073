import fc from 'fast-check';
import type { AuditBody } from '../../src/domain/records/audit.ts';
import type { Origin } from '../../src/domain/records/origin.ts';
import type { RunLine } from '../../src/domain/records/run.ts';
import type { Recorded } from '../../src/ledger/ledger.ts';
import { unseenSnapshot } from '../../src/ledger/snapshots.ts';
import { actualOf, ids } from './some-ledger.ts';

/** Records of every kind, with whatever strangers may write into them. */

/** What strangers may write into a name: lines, quotes, markers, escapes, halves of characters. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\n<<<<<<< HEAD\n',
    '"}\n{"night":',
    '\u001b[2J',
    '\u2028\u2029',
    '__proto__',
    '\ud800',
    '\u0000',
    '</script>',
  ),
);
const night = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const id = fc.stringMatching(/^[0-9A-Za-z]{22}$/);
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const hash = fc.stringMatching(/^[0-9a-f]{32}$/);
const keys = fc.array(hostile, { maxLength: 5 });
const noted = fc.array(
  fc.record({
    key: hostile,
    why: fc.array(fc.record({ datum: hostile, word: hostile, stage: fc.constant('from') }), { maxLength: 2 }),
  }),
  { maxLength: 3 },
);

export const bodies = fc.record({
  at: hostile,
  night,
  run: hostile,
  playlist: id,
  rule: fc.option(hostile),
  kind: fc.constantFrom('created', 'adopted', 'items', 'details', 'renamed', 'forgotten'),
  who: fc.record({ by: fc.constantFrom('hand', 'spotify'), during: fc.option(hostile) }),
  entered: noted,
  left: noted,
  moved: noted,
  details: fc.option(fc.record({ name: hostile, description: hostile })),
  acked: fc.constant(null),
  commit: fc.option(hostile),
  before: hash,
  after: hash,
}) as fc.Arbitrary<unknown> as fc.Arbitrary<AuditBody>;

export const histories = fc.record({
  night,
  playlist: id,
  count: fc.nat(),
  followers: fc.option(fc.nat()),
  entered: keys,
  left: keys,
  hash,
});

const about = {
  run: hostile,
  at: hostile,
  night,
  trigger: fc.constantFrom('schedule', 'merge', 'manual'),
  actor: fc.option(hostile),
  commit: fc.option(hostile),
  requests: fc.dictionary(fc.constantFrom('writes', 'search'), fc.nat()),
};
export const runs = fc.oneof(
  fc.record({
    ...about,
    event: fc.constant('intent'),
    intents: fc.array(
      fc.record({
        slug: hostile,
        id: fc.option(id),
        nonce: hostile,
        before: hash,
        writes: fc.constant([{ kind: 'add', uris: [], at: 0 }]),
        entered: noted,
        left: noted,
        moved: noted,
        acked: fc.constant(null),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    ...about,
    event: fc.constant('end'),
    nights: fc.array(night, { maxLength: 2 }),
    lateMs: fc.nat(),
    ended: hostile,
    skipped: keys,
    undone: fc.array(fc.record({ slug: hostile, because: hostile, problems: fc.constant([]) }), { maxLength: 2 }),
    problems: fc.array(fc.record({ code: hostile, message: hostile }), { maxLength: 2 }),
    unconfirmed: keys,
    changed: keys,
    exit: fc.nat(),
    audit: fc.record({ entries: fc.nat(), digest }),
  }),
) as fc.Arbitrary<unknown> as fc.Arbitrary<RunLine>;

export const origins = fc.record({
  version: fc.constant(1 as const),
  repository: fc.option(hostile),
  accounts: fc.dictionary(
    hostile.filter((name) => name !== '__proto__'),
    hostile,
  ),
  simulated: fc.boolean(),
}) as fc.Arbitrary<Origin>;

export const playlists = fc
  .record({
    rule: fc.option(hostile),
    name: hostile,
    description: hostile,
    isPublic: fc.option(fc.boolean()),
    collaborative: fc.boolean(),
    letters: fc.stringMatching(/^[a-z]{0,6}$/),
    owner: hostile,
  })
  .map(({ rule, name, description, isPublic, collaborative, letters, owner }) => ({
    rule,
    actual: {
      ...actualOf(ids.p, letters),
      snapshot: unseenSnapshot,
      owner,
      details: { name, description, public: isPublic, collaborative },
    },
  })) as fc.Arbitrary<unknown> as fc.Arbitrary<Recorded>;
