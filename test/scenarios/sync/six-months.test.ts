import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { secrets } from '../../../src/simulator/serve.ts';
import { type Stage, test } from '../stage/stage.ts';
import { control, rule, smallWorld } from '../stage/world.ts';

// Signed in on 1 November: it ends on 1 May.
const files = { 'playlists/night.yaml': rule('List', 'cabd'), ...control('night') };

/** The night's run, and what it says of the sign-in. */
async function night(stage: Stage, date: string, env = {}) {
  stage.world.nowMs = Date.parse(`${date}T03:17:00Z`);
  const { exit, out, err } = await stage.setlist('sync', env);
  const readme = await readFile(join(stage.folder, 'reports/README.md'), 'utf8');
  const said = /after (2027-05-01)(, in less than a week)?/;
  const told = [`${out}${err}`, readme].map((text) => said.exec(text)?.[0] ?? null);
  return { exit, printed: told[0], committed: told[1] };
}

function signIn(stage: Stage, at: string): Record<string, string> {
  const owner = stage.world.users.get('owner');
  const old = owner?.refreshTokens[0];
  if (owner === undefined || old === undefined) throw new Error('There is no sign-in to renew');
  owner.refreshTokens = [{ ...old, token: 'renewed', authorizedAt: at }];
  const secret = secrets(stage.world).find(({ user }) => user === 'owner')?.secret ?? '';
  return { SETLIST_TOKEN_OWNER: secret };
}

describe('a sign-in lasts six months', () => {
  test('and says a month and a week ahead that it ends; then nothing is lost until the next', async ({
    open,
    expect,
  }) => {
    const stage = await open({ world: smallWorld('abcd'), files });
    const quiet = { exit: 0, printed: null, committed: null };
    expect(await night(stage, '2026-11-22')).toEqual(quiet);
    expect(await night(stage, '2027-03-31')).toEqual(quiet);
    const ahead = 'after 2027-05-01';
    expect(await night(stage, '2027-04-01')).toEqual({ exit: 0, printed: ahead, committed: ahead });
    expect(await night(stage, '2027-04-23')).toEqual({ exit: 0, printed: ahead, committed: ahead });
    const soon = `${ahead}, in less than a week`;
    expect(await night(stage, '2027-04-24')).toMatchObject({ exit: 0, printed: soon });
    await stage.write({ 'playlists/night.yaml': rule('List', 'dcba') });
    stage.requests();
    expect(await night(stage, '2027-05-01')).toMatchObject({ exit: 9 });
    expect(stage.requests()).toEqual([]);
    expect(stage.rows()).toBe('cabd');
    const renewed = signIn(stage, '2027-05-01T09:00:00Z');
    expect(await night(stage, '2027-05-02', renewed)).toMatchObject({ exit: 0, printed: null });
    expect(stage.rows()).toBe('dcba');
    expect((await stage.setlist('verify', renewed)).exit).toBe(0);
  });

  test('and a renewed one is warned of no longer, though nothing else changes', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('abcd'), files });
    await night(stage, '2027-03-31');
    expect(await night(stage, '2027-04-02')).toMatchObject({ exit: 0, committed: 'after 2027-05-01' });
    const renewed = signIn(stage, '2027-04-02T09:00:00Z');
    expect(await night(stage, '2027-04-03', renewed)).toEqual({ exit: 0, printed: null, committed: null });
  });

  test('and one that Spotify takes beyond that is said to be over by its date', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('abcd'), files });
    const secret = { v: 1, refresh_token: 'refresh', authorized_at: '2026-01-01T00:00:00Z' };
    const old = Buffer.from(JSON.stringify(secret)).toString('base64url');
    const { exit, err } = await stage.setlist('sync', { SETLIST_TOKEN_OWNER: old });
    expect({ exit, rows: stage.rows() }).toEqual({ exit: 0, rows: 'cabd' });
    expect(err).toMatchInlineSnapshot(`
      "Cannot rely on the sign-in of "owner": by its date it ended on 2026-07-01, though Spotify takes it still [spotify/sign-in-ends]
        fix: Run "setlist login owner" now and replace its secret; nothing is lost meanwhile
      "
    `);
  });
});
