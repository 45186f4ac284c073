import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SnapshotId, UserId } from '../../../src/domain/ids.ts';
import { packed } from '../../../src/domain/known/rows.ts';
import type { Row } from '../../../src/domain/playlist.ts';
import { uriOf } from '../../build/rule.ts';
import { actualOf, ids } from '../../ledger/some-ledger.ts';

const about = {
  addedAt: fc.constantFrom('2026-11-22T03:17:00Z', null),
  addedBy: fc.constantFrom('ana' as UserId, null),
};
const episode = `spotify:episode:${'e'.repeat(22)}`;
const rows = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('item'), uri: fc.constantFrom(uriOf('a'), uriOf('b'), episode), ...about }),
    fc.record({ kind: fc.constant('local'), uri: fc.constantFrom('spotify:local:::a%22:1'), ...about }),
    fc.record({ kind: fc.constant('gone'), ...about }),
  ) as fc.Arbitrary<Row>,
);

test('law: a packed playlist is the playlist, also packed again and copied', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const actual = { ...actualOf(ids.p, ''), rows: all };
      expect(packed(actual)).toEqual(actual);
      expect({ ...packed(packed(actual), 's2' as SnapshotId) }).toEqual({ ...actual, snapshot: 's2' });
    }),
  );
});
