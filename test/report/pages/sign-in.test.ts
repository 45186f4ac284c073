import { expect, test } from 'vitest';
import type { AttentionKind } from '../../../src/report/insight/insight.ts';
import { realSpotify, type SignIn } from '../../../src/report/pages/sign-in/sign-in.ts';
import { site } from '../../../src/report/pages/site.ts';
import { hostileName } from '../charts/nights.ts';
import { door, doors } from './doors.ts';
import { full } from './examples.ts';

const pageFor = (signIn: SignIn, insight = full()): string =>
  site(insight, new Map(), signIn).get('sign-in/index.html') ?? '';
const policyOf = (text: string | undefined): string =>
  /Security-Policy" content="([^"]*)"/.exec(text ?? '')?.[1]?.replaceAll('&#39;', "'") ?? '';

test('asks two addresses of Spotify and nothing else, and loosens the policy of no other page', () => {
  const files = site(full(), new Map(), doors);
  const connects = new Map(
    [...files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, text]) => [path, /connect-src ([^;]*);/.exec(policyOf(text))?.[1]]),
  );
  expect(connects.get('sign-in/index.html')).toBe(
    'https://accounts.spotify.com/api/token https://api.spotify.com/v1/me',
  );
  connects.delete('sign-in/index.html');
  expect([...new Set(connects.values())]).toEqual(["'self'"]);
  const policy = policyOf(files.get('sign-in/index.html'));
  expect(policy.replace(/connect-src [^;]*/, "connect-src 'self'")).toBe(
    `${policyOf(files.get('index.html'))}; require-trusted-types-for 'script'; trusted-types 'none'`,
  );
});

test('is kept from search engines and names itself to nobody, as no other page has to', () => {
  const files = site(full(), new Map(), doors);
  expect(files.get('sign-in/index.html')).toMatch(/name="referrer" content="no-referrer"[\s\S]*content="noindex"/);
  expect(files.get('index.html')).not.toContain('noindex');
});

test('a simulated Spotify has nobody to sign in: no button, no script, no address', () => {
  const text = pageFor({ ...doors, spotify: null }, { ...full(), simulated: true });
  expect(text).toMatch(/is simulated/);
  expect(text).not.toMatch(/Sign in with|sign-in\.js|spotify\.com/);
  expect(policyOf(text)).toContain("connect-src 'none'");
});

test('what setlist.yaml and the ledger say stays text', () => {
  const text = pageFor({
    doors: [door(hostileName, { app: hostileName, clientId: hostileName })],
    spotify: realSpotify,
  });
  expect(text).not.toContain(hostileName);
  expect(text).not.toMatch(/<img|<b>/);
});

test.each<[AttentionKind, boolean]>([
  ['sign-in', true],
  ['account', false],
])('the front page leads to it from what a sign-in mends: %s', (kind, leads) => {
  const attention = full().attention.map((one) => (one.playlist === null ? { ...one, kind } : one));
  const text = site({ ...full(), attention }, new Map(), doors).get('index.html') ?? '';
  expect(/<div class="do"><a href="sign-in\/index\.html">/.test(text)).toBe(leads);
});
