import { createHash } from 'node:crypto';
import { describe } from 'vitest';
import { accountIdOf } from '../../../src/simulator/endpoints/me.ts';
import { agree, answerOf, changed, open, shownBy } from './browser.ts';
import { clientSecret, inside, printed, test } from './stage.ts';

describe('setlist login', () => {
  test.concurrent('gives a secret with which later runs sign in', async ({ stage, expect }) => {
    const there = await stage();
    const running = there.login('owner');
    const { status, page, headers } = await agree(running);
    expect({ status, page: /<h1>(.*)<\/h1>/.exec(page)?.[1] }).toEqual({
      status: 200,
      page: 'Spotify has your answer',
    });
    expect(headers.get('content-security-policy')).toMatch("default-src 'none'");
    const { exit, out, err } = await running.ended;
    expect(exit).toBe(0);
    const secret = printed(out);
    const authorizedAt = `${new Date(there.world.nowMs).toISOString().slice(0, 19)}Z`;
    expect(inside(secret)).toEqual({
      v: 1,
      refresh_token: expect.stringMatching(/^AQ/),
      user_id: 'owner',
      account_id: accountIdOf({ id: 'owner' }),
      authorized_at: authorizedAt,
    });
    expect(out.replace(secret, 'SECRET')).toMatchSnapshot();
    expect(err).not.toMatch(secret);
    expect((await there.setlist('doctor --offline')).out).toMatch(/last 24 hours: library 1 of/);
    expect(await there.setlist('plan --json', { SETLIST_TOKEN_OWNER: secret })).toMatchObject({ exit: 10 });
  });

  test.concurrent('asks by PKCE, and for what the rules need alone', async ({ stage, expect }) => {
    const there = await stage();
    const running = there.login();
    const { searchParams } = await shownBy(running);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: expect.any(String),
      redirect_uri: `http://127.0.0.1:${there.port}/callback`,
      scope:
        'playlist-modify-private playlist-modify-public playlist-read-collaborative playlist-read-private user-library-read',
      state: expect.stringMatching(/^[\w-]{32}$/),
      show_dialog: 'true',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    running.kill('SIGINT');
    expect(await running.ended).toMatchObject({ exit: 130 });
  });

  test.concurrent('signs in with a client secret, which goes into the secret', async ({ stage, expect }) => {
    const there = await stage({ app: { secret: clientSecret } });
    const running = there.login('--json', { SETLIST_CLIENT_SECRET: clientSecret });
    const address = await shownBy(running);
    expect(address.searchParams.get('code_challenge')).toBeNull();
    await open(await answerOf(address));
    const { exit, out, err } = await running.ended;
    const told = JSON.parse(out);
    expect({ exit, told }).toMatchObject({ exit: 0, told: { variable: 'SETLIST_TOKEN_OWNER', expires: '2027-05-22' } });
    expect(inside(told.secret)).toMatchObject({ client_secret: clientSecret });
    expect(`${out}${err}`).not.toMatch(clientSecret);
    expect(await there.setlist('plan', { SETLIST_TOKEN_OWNER: told.secret })).toMatchObject({ exit: 10 });
  });

  test.concurrent('refuses answers of other sign-ins and goes on waiting', async ({ stage, expect }) => {
    const there = await stage();
    const running = there.login();
    const address = await shownBy(running);
    const answer = await answerOf(address);
    for (const wrong of [changed(answer, { state: 'guessed' }), changed(answer, { state: null })]) {
      const { status, page } = await open(wrong);
      expect({ status, page: /<h1>(.*)<\/h1>/.exec(page)?.[1] }).toEqual({
        status: 400,
        page: 'This belongs to another sign-in',
      });
    }
    // Neither a denial by a stranger nor a bare visit ends it.
    expect(await open(changed(answer, { state: 'x', code: null, error: 'access_denied' }))).toMatchObject({
      status: 400,
    });
    expect(await open(`http://127.0.0.1:${there.port}/callback`)).toMatchObject({ status: 400 });
    expect(await open(`http://127.0.0.1:${there.port}/favicon.ico`)).toMatchObject({ status: 404 });
    expect(running.out()).toBe('');
    expect(await open(answer)).toMatchObject({ status: 200 });
    const { exit, err } = await running.ended;
    expect(exit).toBe(0);
    expect(err.match(/\[sign-in\/wrong-\w+\]/g)).toEqual([
      '[sign-in/wrong-state]',
      '[sign-in/wrong-state]',
      '[sign-in/wrong-state]',
      '[sign-in/wrong-address]',
    ]);
  });

  test.concurrent('repeats nothing that a stranger writes', async ({ stage, expect }) => {
    const there = await stage();
    const running = there.login();
    await shownBy(running);
    const { page } = await open(`http://127.0.0.1:${there.port}/callback?code=%1b[31m&state=<script>alert(1)</script>`);
    expect(page).not.toMatch('alert');
    running.kill('SIGTERM');
    const { exit, err } = await running.ended;
    expect({ exit, isPlain: !err.includes('\u001b') && !err.includes('alert') }).toEqual({ exit: 143, isPlain: true });
  });

  test.concurrent('sends to Spotify the verifier of the challenge', async ({ stage, expect }) => {
    const there = await stage();
    const running = there.login();
    const address = await shownBy(running);
    // The consent is given to somebody else's challenge: only they could take it up.
    const other = createHash('sha256').update('x'.repeat(43)).digest('base64url');
    await open(await answerOf(changed(address, { code_challenge: other })));
    const { exit, err } = await running.ended;
    expect({ exit, code: /\[(sign-in\S+)\]/.exec(err)?.[1] }).toEqual({ exit: 9, code: 'sign-in/refused' });
  });
});
