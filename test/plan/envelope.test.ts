import { expect, test } from 'vitest';
import type { Envelope, Plan } from '../../src/domain/plan.ts';
import { leftEnvelope } from '../../src/plan/envelope.ts';

const inside: Envelope = { playlists: [], removals: 3, additions: 3, requests: 9, datesLost: 0 };
const planOf = (envelope: Partial<Envelope>): Plan =>
  ({ playlists: [], envelope: { ...inside, ...envelope } }) as unknown as Plan;

test.each([
  ['stays inside when nothing grew', {}, []],
  ['stays inside when it shrank', { removals: 0, requests: 1 }, []],
  ['is left by a removal more', { removals: 4 }, ['removals']],
  ['is left by an addition more', { additions: 4 }, ['additions']],
  ['is left by a request more', { requests: 10 }, ['requests']],
  ['is left when dates would be lost that were to be kept', { datesLost: 1, requests: 2 }, ['lost "added" dates']],
] as const)('%s', (_, now, what) => {
  expect(leftEnvelope(planOf({}), planOf(now)).map(({ facts }) => 'what' in facts && facts.what)).toEqual(what);
});
