import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { endOfSignIn } from '../../src/domain/sign-in.ts';
import { told } from '../../src/report/pages/sign-in/words.ts';
import { longNight } from '../../src/report/pages/words.ts';
import { accountIdOf } from '../../src/simulator/endpoints/me.ts';
import { doors } from '../report/pages/doors.ts';
import { describeInBrowser, left, read, signIn, violations } from './signing-in.ts';

describeInBrowser('signing in in a browser', (open) => {
  test('yields a secret that Setlist reads and Spotify refreshes, and leaves nothing behind', async () => {
    const { page, complaints, spotify, address } = await open();
    await signIn(page);
    const secret = read(await page.locator('#secret').textContent());
    expect(secret).toMatchObject({ user_id: 'owner', account_id: accountIdOf({ id: 'owner' }) });
    const ends = endOfSignIn(secret.authorized_at);
    expect(await page.locator('#done [data-is=until]').textContent()).toBe(longNight(ends.slice(0, 10)));
    const { refresh_token } = secret;
    const again = await spotify.token({ grant_type: 'refresh_token', refresh_token, client_id: 'app' });
    expect([again.status, (again.body as { scope: string }).scope]).toEqual([200, doors.doors[0]?.scopes.join(' ')]);
    expect(await page.locator('#variable').textContent()).toBe('SETLIST_TOKEN_OWNER');
    expect(await left(page)).toEqual([[0, 0, ''], address, []]);
    expect(complaints).toEqual([]);
  });

  test.each(['null', '""'])('a user whose account_id is %s is named by the other id alone', async (said) => {
    const { page } = await open();
    await page.route('**/v1/me', (route) =>
      route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body: `{"id":"owner","account_id":${said}}` }),
    );
    await signIn(page);
    const secret = read(await page.locator('#secret').textContent());
    expect([secret.user_id, 'account_id' in secret]).toEqual(['owner', false]);
  });

  test('six months on is the last day of a shorter month', async () => {
    const { page } = await open();
    await page.clock.setFixedTime('2027-08-31T23:59:59Z');
    await signIn(page);
    expect(read(await page.locator('#secret').textContent()).authorized_at).toBe('2027-08-31T23:59:59Z');
    expect(await page.locator('#done [data-is=until]').textContent()).toBe('29 Feb 2028');
  });

  test('an answer that nobody asked for is not used, whatever it says', async () => {
    const { page, spotify, address } = await open();
    for (const query of ['code=stolen&state=', 'code=stolen', 'error=access_denied&state=null']) {
      await page.goto(`${address}?${query}`);
      expect(await page.locator('#told h2').textContent()).toBe(told.state[0]);
      expect(page.url()).toBe(address);
    }
    expect(spotify.simulator.log).toEqual([]);
  });

  test('the secret is gone once the page is left, also from pages that browsers keep to go back to', async () => {
    const { page, complaints } = await open();
    await signIn(page);
    await page.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`);
    expect(await page.locator('#secret').textContent()).toBe('');
    expect(await page.locator('#done').isVisible()).toBe(false);
    await page.evaluate(`sessionStorage.setItem('setlist-sign-in', '{}')`);
    await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('a question that was left open at Spotify does not stay in the tab', async () => {
    const { page } = await open();
    await page.route('**/authorize?*', (route) => route.fulfill({ contentType: 'text/html', body: 'Agree?' }));
    await page.getByRole('button', { name: 'Sign in with Spotify as owner' }).click();
    await page.getByText('Agree?').waitFor();
    await page.goBack();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  test('its policy lets it ask nobody else', async () => {
    const { page, complaints, spotify } = await open();
    const others = [spotify.simulator.clockUrl, `${spotify.simulator.apiUrl}/me/playlists`];
    for (const other of others) await page.evaluate(`fetch('${other}').catch(() => {})`);
    expect(complaints.filter((one) => /Content Security Policy/.test(one)).length).toBeGreaterThanOrEqual(
      others.length,
    );
    expect(spotify.simulator.log).toEqual([]);
  });

  test('copies by a click, and works with keys alone', async () => {
    const { page, address } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address).origin });
    await page.getByRole('button', { name: 'Copy the address' }).press('Enter');
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(address);
    await page.getByRole('button', { name: 'Sign in with Spotify as owner' }).press('Enter');
    await page.locator('#done:visible').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('done');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await page.locator('#secret').textContent());
  });

  test('offers no button where Spotify sends nobody back, in a frame, or without JavaScript', async () => {
    const { page, address } = await open();
    const buttons = page.getByRole('button', { name: 'Sign in with Spotify' });
    await page.goto(address.replace('127.0.0.1', 'localhost'));
    expect(await page.locator('#told h2').textContent()).toBe(told.address[0]);
    expect([await buttons.count(), await page.getByText('setlist login').isVisible()]).toEqual([0, true]);
    const around = `${new URL(address).origin}/around`;
    await page.route(around, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${address}"></iframe>` }),
    );
    await page.goto(around);
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('#told h2').textContent()).toBe(told.framed[0]);
    expect(await frame.getByRole('button', { name: 'Sign in with Spotify' }).count()).toBe(0);
    const bare = await open({ look: { javaScriptEnabled: false } });
    expect(await bare.page.getByRole('button').count()).toBe(0);
    expect(await bare.page.getByText('setlist login').isVisible()).toBe(true);
    expect(bare.complaints).toEqual([]);
  });

  test.each<[string, BrowserContextOptions]>([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['a telephone', { viewport: { width: 390, height: 844 } }],
    ['a narrow telephone', { viewport: { width: 320, height: 700 } }],
  ])('axe finds nothing and nothing sticks out, before and after: %s', async (_, look) => {
    const { page, complaints } = await open({ look });
    for (const step of ['before', 'after']) {
      if (step === 'after') await signIn(page);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  test('paper does not get the secret', async () => {
    const { page } = await open();
    await signIn(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#secret').isVisible()).toBe(false);
    expect(await page.locator('#variable').isVisible()).toBe(true);
  });
});
