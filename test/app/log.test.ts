import { expect, test } from 'vitest';
import { disk } from '../../src/adapters/files/disk.ts';
import { log } from '../../src/app/log.ts';
import { refusals } from '../adapters/git/repository.ts';

test('says all that is wrong with how it was called', async () => {
  const files = disk('/nowhere');
  const found = await refusals(log({ by: 'hands', since: '2026-02-30', most: 5 }, { files }));
  expect(found).toMatchObject([
    { code: 'usage/wrong', facts: { reason: '--since takes a date like 2026-11-22, not "2026-02-30"' } },
    { code: 'usage/wrong', facts: { fix: 'Write "--by hand"' } },
  ]);
});
