import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Insight } from '../../src/report/insight/insight.ts';
import { chromiumPath } from '../report/charts/browser.ts';
import { full, hostile, idOf, nothing } from '../report/pages/examples.ts';
import { type Shown, shown } from './served.ts';

describe.skipIf(chromiumPath === undefined)('the site in a browser', () => {
  let browser: Browser;
  const sites = new Map<string, Shown>();
  const insights: Readonly<Record<string, Insight>> = { full: full(), hostile: hostile(), nothing };

  beforeAll(async () => {
    for (const [name, insight] of Object.entries(insights)) sites.set(name, await shown(insight));
    browser = await chromium.launch({
      executablePath: chromiumPath ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    for (const { end } of sites.values()) await end();
  });

  /** A page and everything that the browser complained about on it. */
  async function open(path: string, options: BrowserContextOptions = {}, name = 'full') {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => void complaints.push(message.text()));
    page.on('pageerror', (error) => void complaints.push(error.message));
    page.on('requestfailed', (request) => void complaints.push(request.url()));
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(`${sites.get(name)?.address}${path}`);
    return { page, complaints, close: () => context.close() };
  }

  const night = `p/${idOf('A')}/`;
  const evil = `p/${idOf('E')}/`;
  const names = (page: Page): Promise<readonly string[]> => page.locator('tbody th a:visible').allTextContents();

  /** The checks of axe, told to the page from outside: its own policy would not let them in. */
  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      const found = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
  }

  const looks: readonly BrowserContextOptions[] = [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  ];
  const pages = [
    ['full', ''],
    ['full', night],
    ['full', `p/${idOf('B')}/`],
    ['hostile', ''],
    ['hostile', evil],
    ['nothing', ''],
    ['full', '404.html'],
    ['hostile', 'sign-in/'],
    ['nothing', 'sign-in/'],
  ] as const;

  test.each(pages)(
    'axe finds nothing, the browser says nothing, nothing sticks out: %s /%s',
    async (name, path) => {
      for (const look of looks) {
        const { page, complaints, close } = await open(path, look, name);
        for (const fold of await page.locator('summary').all()) await fold.click();
        expect(await violations(page)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
        await close();
      }
    },
    60_000,
  );

  test('its policy keeps out scripts that are not its own', async () => {
    const { page, complaints, close } = await open('');
    await page.evaluate(
      `const script = document.createElement('script'); script.textContent = 'document.title = "taken"'; document.body.append(script)`,
    );
    expect(await page.title()).not.toBe('taken');
    expect(complaints.join()).toMatch(/Content Security Policy/);
    await close();
  });

  test('sorts by a click on a head, the other way by a second, and remembers it in the address', async () => {
    const { page, close } = await open('');
    await page.getByRole('button', { name: 'Tracks' }).click();
    expect(await names(page)).toEqual(['Night Drive', 'ljus & mörker', 'Sunday Slow', 'First Listen']);
    await page.getByRole('button', { name: 'Tracks' }).click();
    expect(await names(page)).toEqual(['First Listen', 'Sunday Slow', 'ljus & mörker', 'Night Drive']);
    expect(await page.locator('th[aria-sort]').allTextContents()).toEqual(['Tracks']);
    await page.reload();
    expect(await names(page)).toEqual(['First Listen', 'Sunday Slow', 'ljus & mörker', 'Night Drive']);
    await close();
  });

  test('puts what is not known last, whichever way it sorts', async () => {
    const { page, close } = await open('');
    for (const _ of ['descending', 'ascending']) {
      await page.getByRole('button', { name: 'Followers' }).click();
      expect((await names(page)).at(-1)).toBe('First Listen');
    }
    await close();
  });

  test('filters as it is typed, says how many are left, and forgets with Escape', async () => {
    const { page, close } = await open('');
    await page.keyboard.press('/');
    await page.keyboard.type('MÖRKER unread');
    expect(await names(page)).toEqual(['ljus & mörker']);
    expect(await page.locator('.filter output').textContent()).toBe('1 shown');
    await page.keyboard.type('!');
    expect(await page.getByText('No playlist is called that.').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect((await names(page)).length).toBe(4);
    expect(new URL(page.url()).search).toBe('');
    await close();
  });

  test('tells everything without JavaScript, and shows nothing that needs it', async () => {
    const { page, complaints, close } = await open('', { javaScriptEnabled: false });
    expect((await names(page)).length).toBe(4);
    expect(await page.locator('button:visible, input:visible').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.getByRole('link', { name: 'Night Drive' }).first().click();
    expect(await page.locator('h1').textContent()).toBe('Night Drive');
    await page.locator('summary').first().click();
    expect(await page.getByRole('region', { name: 'Tracks by night' }).isVisible()).toBe(true);
    await close();
  });

  const ground = (page: Page): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const [light, dark] = ['rgb(250, 249, 246)', 'rgb(16, 17, 19)'];

  test('follows the system, or the reader, on every page from then on; paper is always light', async () => {
    const { page, close } = await open('', { colorScheme: 'dark' });
    expect(await ground(page)).toBe(dark);
    const button = page.getByRole('button', { name: 'Colours' });
    await button.click();
    expect([await button.textContent(), await ground(page)]).toEqual(['Colours: Light', light]);
    await button.click();
    await page.emulateMedia({ colorScheme: 'light' });
    expect([await button.textContent(), await ground(page)]).toEqual(['Colours: Dark', dark]);
    await page.goto(`${sites.get('full')?.address}${night}`);
    expect(await ground(page)).toBe(dark);
    await page.emulateMedia({ media: 'print' });
    expect(await ground(page)).toBe('rgb(255, 255, 255)');
    await close();
  });

  test('shows one of the two drawings of a chart', async () => {
    for (const [width, count] of [
      [1280, 860],
      [390, 278],
    ] as const) {
      const { page, close } = await open(night, { viewport: { width, height: 800 } });
      const boxes = await page
        .locator('.chart svg[role="img"]:visible')
        .evaluateAll((all) => all.map((one) => one.getAttribute('width')));
      expect(boxes).toEqual([String(count)]);
      await close();
    }
  });

  test('the first stop of the keyboard is the way past the head, and every stop is seen', async () => {
    const { page, close } = await open('');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await close();
  });
});
