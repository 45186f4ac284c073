import { expect, test } from 'vitest';
import { noFacts } from '../../src/domain/facts.ts';
import { detailsWrites } from '../../src/plan/details.ts';
import { ruleOf } from '../build/rule.ts';

const spoken = { rows: [], facts: noFacts, night: '2026-11-22' };

test.each([null, '', '<br>'])('describes a new playlist in our words where the rule says %j', (description) => {
  const writes = detailsWrites(ruleOf({ description }), null, spoken);
  expect(writes).toEqual([{ kind: 'details', details: { description: 'Kept in line by Setlist' } }]);
});
