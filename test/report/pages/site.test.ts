import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import type { Insight } from '../../../src/report/insight/insight.ts';
import { site } from '../../../src/report/pages/site.ts';
import { doors } from './doors.ts';
import { siteOf } from './drawn.ts';
import { change, full, hostile, idOf, nothing, playlist } from './examples.ts';

const pagesOf = (files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  [...files].filter(([path]) => path.endsWith('.html'));

const linksOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '');

test('has a page, two tables and a document for each playlist', () => {
  const files = [...site({ ...full(), playlists: [playlist('A', 'Night Drive', [])] }, new Map(), doors).keys()];
  const id = idOf('A');
  expect(files).toEqual([
    'index.html',
    '404.html',
    'sign-in/index.html',
    'style.css',
    'table.js',
    'sign-in.js',
    'icon.svg',
    `p/${id}/index.html`,
    `data/${id}.csv`,
    `data/${id}-tracks.csv`,
    `data/${id}.json`,
  ]);
});

test.each<[string, Insight]>([
  ['full', full()],
  ['without a remote', full(null)],
  ['empty', nothing],
  ['hostile', hostile()],
])('every link of the %s site leads to a file of it, to a place on its page, or to https', async (_, insight) => {
  const files = await siteOf(insight);
  const lost = pagesOf(files).flatMap(([path, text]) =>
    linksOf(text).filter((link) => {
      if (/^https:\/\/(?:github\.com|(?:developer|open|www)\.spotify\.com|[\w-]+\.github\.io)\//.test(link))
        return false;
      const [way = '', anchor] = link.split('#');
      const target = way === '' ? path : normalize(join(dirname(path), way));
      const there = files.get(target);
      return there === undefined || (anchor !== undefined && !there.includes(` id="${anchor}"`));
    }),
  );
  expect(lost).toEqual([]);
});

test('no page says script, style or handler of its own, whatever names are', async () => {
  for (const insight of [full(), hostile()]) {
    for (const [path, text] of pagesOf(await siteOf(insight))) {
      const tags = [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
      expect(tags.filter((tag) => /\son\w+=|\sstyle=|<style/i.test(tag))).toEqual([]);
      expect(
        tags.filter((tag) => tag.startsWith('<script')).map((tag) => /src="(?:\.\.\/)*([\w-]+\.js)"/.exec(tag)?.[1]),
      ).toEqual(path === 'sign-in/index.html' ? ['table.js', 'sign-in.js'] : ['table.js']);
    }
  }
});

test('is the same, to the byte, whatever the order in which charts were drawn', async () => {
  const charts = new Map([
    ['overview', { wide: '<svg></svg>', narrow: '<svg></svg>' }],
    [idOf('A'), { wide: '<svg></svg>', narrow: '<svg></svg>' }],
  ]);
  const shuffled = new Map([...charts].reverse());
  const labels = new Map([...full().labels].reverse());
  expect([...site({ ...full(), labels }, shuffled, doors)]).toEqual([...site(full(), charts, doors)]);
});

test('a spreadsheet runs nothing that a stranger wrote', () => {
  const csv = site(hostile(), new Map(), doors).get(`data/${idOf('E')}-tracks.csv`) ?? '';
  expect(csv).toContain(`"'=HYPERLINK(""https://a.example"")"`);
});

test('the document beside a page holds what the page says', () => {
  const text = site(full(), new Map(), doors).get(`data/${idOf('B')}.json`) ?? '';
  const { name, tracks, changes } = JSON.parse(text);
  expect([name, tracks[0].label.title, changes.length]).toEqual(['Sunday Slow', 'Song a', 2]);
});

test.each<[string, Insight, RegExp]>([
  ['no playlist', nothing, /No playlists yet[\s\S]*playlists\/my-first\.yaml/],
  ['nothing that changed', { ...full(), changes: [] }, /Nothing has changed yet\./],
  ['a playlist that was not read', full(), /3 of 4 playlists read/],
])('tells of %s', (_, insight, words) => {
  expect(site(insight, new Map(), doors).get('index.html')).toMatch(words);
});

test('tells until when a playlist was read, and which row came when and why', () => {
  const files = site(full(), new Map(), doors);
  expect(files.get(`p/${idOf('D')}/index.html`)).toMatch(/last read on 16 Nov 2026/);
  expect(files.get(`p/${idOf('A')}/index.html`)).toMatch(
    /Song a[\s\S]*?22 Nov[\s\S]*?released 2026-11-20[\s\S]*?night-drive\.yaml:11/,
  );
});

test('what is simulated says so at the top of every page', () => {
  const tops = (simulated: boolean): readonly boolean[] =>
    pagesOf(site({ ...full(), simulated }, new Map(), doors))
      .filter(([path]) => path !== '404.html')
      .map(([, text]) => /<div class="intro">(?:(?!<\/div>\n?<(?:section|dl)).)*simulated/s.test(text));
  expect(tops(true)).toEqual([true, true, true, true, true, true]);
  expect(tops(false)).toEqual([false, false, false, false, false, false]);
});

test('a description that only counts is no news beside its rows; one that a person wrote is', () => {
  const drive = playlist('A', 'Night Drive', []);
  const details = { kind: 'details', entered: [], left: [], details: [['description', '30 tracks']] } as const;
  const by = (who: 'setlist' | 'hand', rows: boolean): string | undefined => {
    const author = who === 'hand' ? ({ by: who, during: null } as const) : change(drive).who;
    const changes = [...(rows ? [change(drive)] : []), change(drive, { ...details, who: author })];
    return site({ ...full(), playlists: [drive], changes }, new Map(), doors).get(`p/${idOf('A')}/index.html`);
  };
  expect(by('setlist', true)).not.toContain('30 tracks');
  expect(by('setlist', false)).toContain('30 tracks');
  expect(by('hand', true)).toContain('30 tracks');
});

test('what came in and what went out stand on one line of the headline', () => {
  const headline = 'Night of 5 Dec 2026: 2 playlists changed, +2 −3; 1 waits for a person.';
  expect(site({ ...full(), headline }, new Map(), doors).get('index.html')).toContain('changed, +2\u00A0−3; 1 waits');
});

test.each([
  [0, /clean<\/dd>/],
  [4, /held back<\/dd><dd class="sub">last night, 61 requests, exit 4/],
  [9, /failed<\/dd>/],
] as const)('a run that ended with %d is told in words', (exit, words) => {
  const [run] = full().runs;
  if (run === undefined) throw new Error('no run');
  expect(site({ ...full(), runs: [{ ...run, exit }] }, new Map(), doors).get('index.html')).toMatch(words);
});

test('a playlist’s page tells its rule, each stage once, and leads to the lines', () => {
  const text = site(full(), new Map(), doors).get(`p/${idOf('A')}/index.html`) ?? '';
  expect(text.match(/<dt>From<\/dt>/g)).toHaveLength(1);
  expect(text).toMatch(
    /<dt>Keeps<\/dt><dd><bdi>the first 40<\/bdi> <span class="why"><a href="[^"]*\/rule-A\.yaml#L5">/,
  );
  const unruled = full().playlists.map((one) => ({ ...one, ruled: [] }));
  expect(site({ ...full(), playlists: unruled }, new Map(), doors).get(`p/${idOf('A')}/index.html`)).not.toContain(
    'id="rule"',
  );
});
