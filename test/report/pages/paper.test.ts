import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Shown, shown } from '../../browser/served.ts';
import { chromiumPath } from '../charts/browser.ts';
import { full, idOf } from './examples.ts';

/** Pixels of an A4 page between its margins: fewer than telephones end at. */
const paper = { width: 688, height: 990 };

describe.skipIf(chromiumPath === undefined)('paper', () => {
  let browser: Browser;
  let site: Shown;

  beforeAll(async () => {
    site = await shown(full());
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await site.end();
  });

  test.each([
    ['the front page', ''],
    ['a playlist', `p/${idOf('A')}/`],
  ])('shows tables and the wide drawing, not what telephones get: %s', async (_, path) => {
    const page = await browser.newPage({ viewport: paper });
    await page.goto(`${site.address}${path}`);
    const displays = (): Promise<readonly string[]> =>
      page.evaluate(
        `[...document.querySelectorAll('table.cards tbody tr:first-child, .chart .wide, .chart .narrow')].map((one) => getComputedStyle(one).display)`,
      );
    expect(await displays()).toEqual(path === '' ? ['grid', 'none', 'block'] : ['none', 'block', 'grid']);
    await page.emulateMedia({ media: 'print' });
    expect(await displays()).toEqual(path === '' ? ['table-row', 'block', 'none'] : ['block', 'none', 'table-row']);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await page.close();
  });
});
