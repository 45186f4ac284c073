import { expect, test } from 'vitest';
import { Shared } from '../../src/domain/shared.ts';

test('gives out equal texts for texts', () => {
  const shared = new Shared();
  for (const text of ['a', 'b', 'a', '__proto__']) expect(shared.text(text)).toBe(text);
});
