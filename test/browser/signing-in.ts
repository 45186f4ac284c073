import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { decodeSecret, type Secret } from '../../src/adapters/spotify/secret.ts';
import { chromiumPath } from '../report/charts/browser.ts';
import { door, doors } from '../report/pages/doors.ts';
import { full } from '../report/pages/examples.ts';
import { here, world } from '../simulator/here.ts';
import { shown } from './served.ts';

/** Its path has a hyphen, which Spotify takes of pages with HTTPS. */
export const settings = { publicSticks: 'never', signsIn: 'owner', loopbackHyphens: true };
export const registered = { id: 'app', pace: null, redirectUris: ['http://127.0.0.1/playlists/sign-in/'] };

type More = { readonly world?: object; readonly look?: BrowserContextOptions };

/** Tests with a browser; where there is none they are skipped. */
export function describeInBrowser(
  name: string,
  tests: (open: (more?: More) => ReturnType<typeof openIn>) => void,
): void {
  describe.skipIf(chromiumPath === undefined)(
    name,
    () => {
      let browser: Browser;
      beforeAll(async () => {
        browser = await chromium.launch({
          executablePath: chromiumPath ?? '',
          args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
        });
      }, 60_000);
      afterAll(() => browser.close());
      tests((more = {}) => openIn(browser, more));
    },
    60_000,
  );
}

/** The page of a site whose Spotify is a simulator, with all that the browser complained about. */
async function openIn(browser: Browser, { world: more = {}, look = {} }: More) {
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

export const signIn = async (page: Page, account = 'owner'): Promise<void> => {
  await page.getByRole('button', { name: `Sign in with Spotify as ${account}` }).click();
  await page.locator('#done:visible, #told.bad:visible').waitFor({ timeout: 20_000 });
};

/** What stays on the machine and in the address once a sign-in is over. */
export const left = async (page: Page): Promise<unknown> => [
  await page.evaluate('[sessionStorage.length, localStorage.length, document.cookie]'),
  page.url(),
  await page.context().cookies(),
];

export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

export const account = door('label').account;

export function read(text: string | null): Secret {
  const secret = decodeSecret(text ?? '', account);
  if (!secret.ok) throw new Error('no secret');
  return secret.value;
}
