import { expect, test } from 'vitest';
import type { Ports } from '../../src/app/ports.ts';
import { recordedThen } from '../../src/app/restoring/then.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { renderPlaylist } from '../../src/ledger/playlist.ts';
import { ruleOf, studio } from '../build/rule.ts';
import { actualOf, ids } from '../ledger/some-ledger.ts';

/** The last moment that git is asked for, when a restore goes back to a date. */
async function lastMomentOf(to: string, timezone: string): Promise<string> {
  const asked: number[] = [];
  const git = {
    log: async (_: unknown, { untilMs = 0 } = {}) => {
      asked.push(untilMs);
      return [{ commit: 'c', atMs: 0, author: '', subject: '' }];
    },
    read: async () => renderPlaylist({ rule: null, actual: actualOf(ids.p, 'abc') }),
  } as unknown as Ports['git'];
  const rule = ruleOf();
  const controls = new Map([[studio, { version: 1, playlists: { [rule.slug]: { id: ids.p, contact: 'known' } } }]]);
  const playbook = { portfolio: { timezone } as Portfolio };
  const workspace = { accounts: new Map(), controls, playbook } as unknown as Workspace;
  await recordedThen(rule, { to }, workspace, { git } as Ports);
  return new Date(asked[0] ?? 0).toISOString();
}

test.each([
  ['of 24 hours', '2026-11-22', '2026-11-22T22:59:59.999Z'],
  ['of 25 hours', '2026-10-25', '2026-10-25T22:59:59.999Z'],
  ['of 23 hours', '2026-03-29', '2026-03-29T21:59:59.999Z'],
])('a day %s is over when the next begins', async (_, date, moment) => {
  expect(await lastMomentOf(date, 'Europe/Stockholm')).toBe(moment);
});
