import { expect, test } from 'vitest';
import type { ArtistRef } from '../../src/domain/item.ts';
import { Shared } from '../../src/domain/shared.ts';

const ann = (name = 'Ann'): readonly ArtistRef[] => [{ id: null, name }];

test('gives out the same list for equal lists, and another for another name', () => {
  const shared = new Shared();
  const first = shared.artists(ann());
  expect(shared.artists(ann())).toBe(first);
  expect(shared.artists(ann('Änn'))).toEqual(ann('Änn'));
});

test('gives out equal texts for texts', () => {
  const shared = new Shared();
  for (const text of ['a', 'b', 'a', '__proto__']) expect(shared.text(text)).toBe(text);
});
