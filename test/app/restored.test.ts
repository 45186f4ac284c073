import { expect, test } from 'vitest';
import { restored } from '../../src/app/restoring/plan.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import { noFacts } from '../../src/domain/facts.ts';
import { needKey } from '../../src/domain/need.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { applyWrite } from '../../src/domain/write.ts';
import { keys, lettersOf, ruleOf, settings, studio } from '../build/rule.ts';
import { actualOf, ids } from '../ledger/some-ledger.ts';

const need = { account: studio, kind: 'playlist', id: ids.p } as const;

/** The plan that takes the playlist from the second list back to the first. */
function back(then: string, now: string, given: Partial<Settings> = {}) {
  const rule = ruleOf({ settings: settings(given) });
  const answer = { state: 'whole', found: actualOf(ids.p, now) } as const;
  const facts = { ...noFacts, answers: { [needKey(need)]: { need, answer } } };
  const portfolio = { limits: { creations: 5, requests: 500 } } as Portfolio;
  const control = { version: 1, playlists: { [rule.slug]: { id: ids.p, contact: 'known' } } } as const;
  const workspace = { playbook: { portfolio }, controls: new Map([[studio, control]]) } as unknown as Workspace;
  const past = { rows: keys(then), says: 'as of 2026-11-01' };
  const { playlists } = restored(rule, past, { facts, night: '2026-11-22', others: [] }, workspace);
  const [plan] = playlists;
  const writes = (plan?.writes ?? []).filter((one) => one.kind !== 'details');
  return {
    rows: lettersOf(writes.reduce(applyWrite, keys(now)).map((key) => ({ key }))),
    codes: plan?.problems.map(({ code }) => code),
  };
}

test.each<[string, string, string, Partial<Settings>, string, readonly string[]]>([
  ['brings back what left and takes away what came', 'abc', 'bcd', {}, 'abc', []],
  ['takes nothing out of a protected playlist', 'abc', 'bcd', { protected: true }, 'bcd', ['plan/protected']],
  ['adds to a protected playlist', 'abc', 'bc', { protected: true }, 'abc', []],
  ['never empties a playlist', '', 'bcd', {}, 'bcd', ['plan/would-empty']],
])('a restore %s', (_, then, now, given, rows, codes) => {
  expect(back(then, now, given)).toEqual({ rows, codes });
});
