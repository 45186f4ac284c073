import { expect, test } from 'vitest';
import { insightOf } from '../../../src/report/insight/make.ts';
import { way } from '../../../src/report/markdown/links.ts';
import { playlistPage } from '../../../src/report/markdown/playlist-page.ts';
import { readme } from '../../../src/report/markdown/readme.ts';
import { ids, origin, owner, pastOf, playbook } from '../insight/past.ts';

const past = pastOf([
  { night: '2026-11-16', lists: { drive: [1, 2], finds: [3] } },
  { night: '2026-11-17', lists: { drive: [1, 4] } },
]);
const told = (simulated = false) =>
  insightOf({ ledger: { origin: { ...origin, simulated }, accounts: new Map([[owner, past]]) }, playbook });

function never(): never {
  throw new Error('no playlist');
}

test('the README begins with what happened and what waits', () => {
  const [title, , headline, , waiting] = readme(told()).split('\n');
  expect(title).toBe('# Nightbird Records');
  expect(headline).toBe('**Night of 17 Nov 2026: 1 playlist changed, +1 −1.**');
  expect(waiting).toBe('Nothing waits for a person.');
});

test('the table says of each playlist how it stands, and leads to its page', () => {
  expect(readme(told())).toContain(
    `| [Night Drive](owner/playlists/${ids.drive}.md) | 2 | ▄▄ | +1 −1 | 7 | 17 Nov 2026 |`,
  );
  expect(readme(told())).toContain(`| [Fresh Finds](owner/playlists/${ids.finds}.md) | 1 | ▄▄ | ±0 | 7 | none yet |`);
});

test('a change comes with its why and leads to the line of the rule', () => {
  expect(readme(told())).toContain('liked 2026-11-20 [`drive.yaml:2`](../playlists/drive.yaml#L2)');
  const insight = told();
  const page = playlistPage(insight, insight.playlists[0] ?? never());
  expect(page).toContain('[`drive.yaml:2`](../../../playlists/drive.yaml#L2)');
  expect(page).toContain(`](../../charts/${ids.drive}.svg)`);
  expect(page).toContain('### Night of 17 Nov 2026');
  expect(page).toContain('<summary>2 tracks</summary>');
});

test('a page tells the nights of two months, and how many there were before', () => {
  const nights = ['2026-08-30', '2026-09-30', '2026-10-01', '2026-10-31', '2026-11-17'];
  const long = pastOf([
    { night: '2026-08-29', lists: { drive: [1], finds: [3] } },
    ...nights.map((night, index) => ({ night, lists: { drive: [1, index + 4] } })),
  ]);
  const insight = insightOf({ ledger: { origin, accounts: new Map([[owner, long]]) }, playbook });
  const page = playlistPage(insight, insight.playlists[0] ?? never());
  expect(page.match(/Night of .*/g)).toEqual(['Night of 17 Nov 2026', 'Night of 31 Oct 2026', 'Night of 1 Oct 2026']);
  expect(page).toMatch(/^\d older nights: `setlist log` has them\.$/m);
});

test('what is simulated says so, and does not send people to Spotify', () => {
  expect(readme(told(true))).toContain('This is a simulation');
  expect(readme(told())).not.toContain('simulation');
  const pages = (simulated: boolean) =>
    told(simulated)
      .playlists.map((one) => playlistPage(told(simulated), one))
      .join('');
  expect(pages(true)).not.toContain('open.spotify.com');
  expect(pages(false)).toContain(`https://open.spotify.com/playlist/${ids.drive}`);
});

test.each([
  ['reports/README.md', 'playlists/a.yaml', '../playlists/a.yaml'],
  ['reports/owner/playlists/x.md', 'reports/charts/x.svg', '../../charts/x.svg'],
  ['reports/README.md', 'reports/owner/playlists/x.md', 'owner/playlists/x.md'],
  ['reports/README.md', 'playlists/a b#c.yaml', '../playlists/a%20b%23c.yaml'],
])('the way from %s to %s', (from, to, expected) => {
  expect(way(from, to)).toBe(expected);
});
