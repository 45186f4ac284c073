import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderChart } from '../../../src/report/charts/render.ts';
import { themeRules } from '../../../src/report/charts/shades.ts';
import { chromiumPath } from './browser.ts';
import { examples, hostileName, nights, playlist } from './nights.ts';

describe.skipIf(chromiumPath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(() => browser.close());

  test.each([{}, { width: 278 }, { width: 278, on: 'page' as const }])(
    'every chart is XML with one root, and no word of it leaves the picture',
    async (drawing) => {
      const page = await browser.newPage({ viewport: { width: 800, height: 500 } });
      for (const data of examples) {
        const svg = await renderChart(data, drawing);
        // As XML: a single fault in it would be shown instead of the picture.
        await page.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
        const [name] = /(?<=aria-labelledby=")\S+/.exec(svg) ?? [];
        const outside = await page.locator('text').evaluateAll((words) =>
          words
            .filter((word) => {
              const [box, frame] = [word.getBoundingClientRect(), word.ownerSVGElement.getBoundingClientRect()];
              return box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom;
            })
            .map((word) => word.textContent),
        );
        expect(outside, data.id).toEqual([]);
        expect(await page.locator('parsererror').count(), data.id).toBe(0);
        expect(await page.locator('svg').count(), data.id).toBe(1);
        expect(await page.locator(`[id="${name}"]`).textContent(), data.id).not.toBe('');
      }
      await page.close();
    },
  );

  test('a hostile name runs nothing when the chart is inlined in a page', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    await page.setContent(await renderChart(playlist('a', nights(0, 9), hostileName)));
    expect(await page.locator('script').count()).toBe(0);
    expect(said).toEqual([]);
    await page.close();
  });

  const corner = async (scheme: 'light' | 'dark', body: string): Promise<string> => {
    const page = await browser.newPage({ viewport: { width: 400, height: 300 }, colorScheme: scheme });
    await page.setContent(`<style>body{margin:0}</style>${body}`);
    const shot = await page.screenshot({ clip: { x: 4, y: 4, width: 2, height: 2 } });
    await page.close();
    return shot.toString('base64');
  };
  const plain = (colour: string): Promise<string> =>
    corner('light', `<div style="background:${colour};height:100px"></div>`);

  test('a file follows the reader from light to dark, and the wish of the page around it', async () => {
    const svg = await renderChart(playlist('a', nights(0, 9)));
    const image = (style: string): string =>
      `<img style="${style}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`;
    expect(await corner('light', image(''))).toBe(await plain('#ffffff'));
    expect(await corner('dark', image(''))).toBe(await plain('#0d1117'));
    expect(await corner('light', image('color-scheme:dark'))).toBe(await plain('#0d1117'));
  });

  test('a page puts its own colours in', async () => {
    const page = await browser.newPage();
    const svg = await renderChart(playlist('a', nights(0, 9)), { on: 'page' });
    const style = `:root{--blue:rgb(1,2,3)}${themeRules('.chart')}`;
    await page.setContent(`<style>${style}</style><div class="chart">${svg}</div>`);
    const colour = await page
      .locator('[stroke="#2158cc"]')
      .first()
      .evaluate((line) => line.computedStyleMap().get('stroke').toString());
    expect(colour).toBe('rgb(1, 2, 3)');
    await page.close();
  });
});
