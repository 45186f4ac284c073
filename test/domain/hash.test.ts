import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, hashOfMembers } from '../../src/domain/hash.ts';

test('law: the hash of a record is the same, told as a whole or member by member', () => {
  const key = fc.string({ unit: 'binary' }).map((text) => `owner ${text}`);
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), (record) => {
      expect(hashOfMembers(record)).toBe(hashOf(record));
    }),
  );
});
