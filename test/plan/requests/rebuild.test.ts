import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rebuild } from '../../../src/plan/requests/rebuild.ts';
import { after as afterWrites, pairs, track } from './lists.ts';

it('reaches any list from any other in as few requests as can carry it', () => {
  fc.assert(
    fc.property(pairs, ({ before, after }) => {
      const writes = rebuild(after);
      expect(afterWrites(before, writes)).toEqual(after);
      expect(writes.length).toBe(Math.max(1, Math.ceil(after.length / 100)));
    }),
  );
});

it('replaces with the first 100 and appends the others in order', () => {
  const after = Array.from({ length: 201 }, (_, index) => track(index));
  expect(rebuild(after)).toEqual([
    { kind: 'replace', uris: after.slice(0, 100) },
    { kind: 'add', uris: after.slice(100, 200), position: 100 },
    { kind: 'add', uris: after.slice(200), position: 200 },
  ]);
});
