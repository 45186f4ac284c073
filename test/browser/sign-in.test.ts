import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { decodeSecret, type Secret } from '../../src/adapters/spotify/secret.ts';
import { endOfSignIn } from '../../src/domain/sign-in.ts';
import { told } from '../../src/report/pages/sign-in/words.ts';
import { longNight } from '../../src/report/pages/words.ts';
import { accountIdOf } from '../../src/simulator/endpoints/me.ts';
import { chromiumPath } from '../report/charts/browser.ts';
import { door, doors } from '../report/pages/doors.ts';
import { full } from '../report/pages/examples.ts';
import { here, owner, world } from '../simulator/here.ts';
import { shown } from './served.ts';

const registered = { id: 'app', pace: null, redirectUris: ['http://127.0.0.1/playlists/sign-in/'] };
// Its path has a hyphen, which Spotify takes of pages with HTTPS.
const settings = { publicSticks: 'never', signsIn: 'owner', loopbackHyphens: true };

describe.skipIf(chromiumPath === undefined)(
  'signing in in a browser',
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: chromiumPath ?? '',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
    }, 60_000);
    afterAll(() => browser.close());

    type More = { readonly world?: object; readonly look?: BrowserContextOptions };

    /** The page of a site whose Spotify is a simulator, with all that the browser complained about. */
    async function open({ world: more = {}, look = {} }: More = {}) {
      const spotify = await here(world('', { apps: [registered], settings, ...more }));
      const { authUrl, apiUrl } = spotify.simulator;
      const site = await shown(full(), { ...doors, spotify: { authUrl, apiUrl } });
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...look });
      onTestFinished(async () => {
        await context.close();
        await site.end();
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => void complaints.push(message.text()));
      page.on('pageerror', (error) => void complaints.push(error.message));
      const address = `${site.address}sign-in/`;
      await page.goto(`${site.address}sign-in/index.html`);
      return { page, complaints, spotify, address };
    }

    const signIn = async (page: Page, account = 'owner'): Promise<void> => {
      await page.getByRole('button', { name: `Sign in with Spotify as ${account}` }).click();
      await page.locator('#done:visible, #told.bad:visible').waitFor({ timeout: 20_000 });
    };

    /** What stays on the machine and in the address once a sign-in is over. */
    const left = async (page: Page): Promise<unknown> => [
      await page.evaluate('[sessionStorage.length, localStorage.length, document.cookie]'),
      page.url(),
      await page.context().cookies(),
    ];

    async function violations(page: Page): Promise<readonly string[]> {
      await page.evaluate(axe.source);
      return page.evaluate(async () => {
        const found = await (globalThis as unknown as { axe: typeof axe }).axe.run();
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
    }

    const account = door('label').account;
    function read(text: string | null): Secret {
      const secret = decodeSecret(text ?? '', account);
      if (!secret.ok) throw new Error('no secret');
      return secret.value;
    }

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

    /** Spotify as somebody in between wants it: `answer` says what comes back for what was asked. */
    const answering = (page: Page, answer: (asked: URLSearchParams) => string): Promise<unknown> =>
      page.route('**/authorize?*', async (route) => {
        const { searchParams } = new URL(route.request().url());
        const url = `${searchParams.get('redirect_uri')}?${answer(searchParams)}`;
        await route.fulfill({ contentType: 'text/html', body: `<meta http-equiv="refresh" content="0;url=${url}">` });
      });

    const lessAllowed = (page: Page): Promise<unknown> =>
      page.route('**/authorize?*', (route) =>
        route.continue({ url: route.request().url().replace('playlist-modify-public', '') }),
      );

    type Ending = {
      readonly kind: keyof typeof told;
      readonly asked: number;
      readonly world?: object;
      readonly account?: string;
      readonly meddle?: (page: Page) => Promise<unknown>;
    };
    const users = (more: object) => ({ users: [owner(more), { id: 'other' }] });

    test.each<Ending>([
      { kind: 'denied', asked: 0, world: { settings: { ...settings, signsIn: null } } },
      { kind: 'state', asked: 0, meddle: (page) => answering(page, () => 'code=stolen&state=another') },
      { kind: 'state', asked: 0, meddle: (page) => answering(page, () => 'code=stolen') },
      {
        kind: 'failed',
        asked: 0,
        meddle: (page) => answering(page, (q) => `error=server_error&state=${q.get('state')}`),
      },
      { kind: 'refused', asked: 1, meddle: (page) => answering(page, (q) => `code=made-up&state=${q.get('state')}`) },
      { kind: 'unreachable', asked: 0, meddle: (page) => page.route('**/api/token', (route) => route.abort()) },
      {
        kind: 'unclear',
        asked: 0,
        meddle: (page) =>
          page.route('**/api/token', (route) =>
            route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body: '<h1>Oops' }),
          ),
      },
      { kind: 'scopes', asked: 2, meddle: lessAllowed },
      { kind: 'other-user', asked: 2, world: { settings: { ...settings, signsIn: 'other' } } },
      { kind: 'same-user', asked: 2, account: 'label' },
      { kind: 'allow-list', asked: 2, world: users({ allowListed: false }) },
      { kind: 'premium', asked: 2, world: { ...users({ premium: false }), apps: [{ ...registered, owner: 'owner' }] } },
    ])('says what went wrong, keeps nothing and lets begin again: $kind', async ({ kind, asked, meddle, ...more }) => {
      const { page, spotify, address } = await open({ world: more.world ?? {} });
      await meddle?.(page);
      await signIn(page, more.account);
      const title = (await page.locator('#told h2').textContent()) ?? '';
      expect(title).toMatch(new RegExp(told[kind][0].replaceAll(/\{\w+\}/g, '.+')));
      expect(await page.locator('#told').textContent()).not.toMatch(/[{}]|undefined/);
      expect(spotify.simulator.log.length).toBe(asked);
      expect(await page.locator('#secret').textContent()).toBe('');
      expect(await page.getByRole('button', { name: 'Sign in with Spotify' }).count()).toBe(2);
      expect(await left(page)).toEqual([[0, 0, ''], address, []]);
      expect(await violations(page)).toEqual([]);
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
  },
  60_000,
);
