import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { told } from '../../src/report/pages/sign-in/words.ts';
import { owner } from '../simulator/here.ts';
import { describeInBrowser, left, registered, settings, signIn, violations } from './signing-in.ts';

describeInBrowser('signing in in a browser', (open) => {
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
});
