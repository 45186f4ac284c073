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

test('a new name is one of the last changes; a description that follows the tracks is not', () => {
  const [line] = past.audit.slice(-1);
  if (line === undefined || !('body' in line)) return never();
  const change = (details: object) =>
    ({ ...line, body: { ...line.body, kind: 'details', entered: [], left: [], details } }) as typeof line;
  const [named, described] = [change({ name: 'Night Drive II' }), change({ description: '2 songs' })];
  const accounts = new Map([[owner, { ...past, audit: [...past.audit, named, described] }]]);
  const text = readme(insightOf({ ledger: { origin, accounts }, playbook }));
  expect(text).toContain('name: Night Drive II');
  expect(text).not.toContain('2 songs');
});

/** The nights that the page of a list tells which was made in 2025 and changed on these. */
function nightsOf(nights: readonly string[], rows = 1): readonly string[] {
  const long = pastOf([
    { night: '2025-08-29', lists: { drive: [1], finds: [3] } },
    ...nights.map((night, index) => ({
      night,
      lists: { drive: [1, ...Array.from({ length: rows }, (_, row) => 10 + index * rows + row)] },
    })),
  ]);
  const insight = insightOf({ ledger: { origin, accounts: new Map([[owner, long]]) }, playbook });
  const page = playlistPage(insight, insight.playlists[0] ?? never());
  return (page.match(/Night of .*|Older nights/g) ?? []).map((one) => one.replace('Night of ', ''));
}

test('a page tells the nights of the year', () => {
  expect(nightsOf(['2025-12-30', '2026-01-01', '2026-10-31', '2026-11-17'])).toEqual([
    '17 Nov 2026',
    '31 Oct 2026',
    '1 Jan 2026',
    'Older nights',
  ]);
});

test('a page of January tells those of the year before as well', () => {
  expect(nightsOf(['2025-12-30', '2026-01-01']).slice(0, 2)).toEqual(['1 Jan 2026', '30 Dec 2025']);
});

test('a page of a list that changes a lot tells as many months as it can hold', () => {
  const days = Array.from({ length: 28 }, (_, day) => `${day + 1}`.padStart(2, '0'));
  const nights = nightsOf(
    ['2026-09', '2026-10', '2026-11'].flatMap((month) => days.map((day) => `${month}-${day}`)),
    20,
  );
  expect([nights.length, ...nights.slice(-2)]).toEqual([29, '1 Nov 2026', 'Older nights']);
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
