import { expect, test } from 'vitest';
import type { ArtistRef } from '../../src/domain/item.ts';
import { SharedArtists } from '../../src/domain/shared-artists.ts';

const ann = (name = 'Ann'): readonly ArtistRef[] => [{ id: null, name }];

test('gives out the same list for equal lists, and another for another name', () => {
  const artists = new SharedArtists();
  const first = artists.of(ann());
  expect(artists.of(ann())).toBe(first);
  expect(artists.of(ann('Änn'))).toEqual(ann('Änn'));
});
