import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import type { AccountLedger } from '../../../src/ledger/ledger.ts';
import { clean } from '../../../src/report/charts/svg/clean.ts';
import type { Insight } from '../../../src/report/insight/insight.ts';
import { insightOf } from '../../../src/report/insight/make.ts';
import { bullets, heading, link, paragraph, table, written } from '../../../src/report/markdown/nodes.ts';
import { playlistPage } from '../../../src/report/markdown/playlist-page.ts';
import { readme } from '../../../src/report/markdown/readme.ts';
import { plain, said } from '../../../src/report/markdown/text.ts';
import { origin, owner, pastOf, playbook, row } from '../insight/past.ts';

const names = [
  '# Title',
  '- item',
  '1. one',
  '> quote',
  '```js',
  '---',
  '===',
  '| a | b |',
  'a|b\\|c',
  '*a* _b_ **c** ~~d~~ `e`',
  '``',
  '[link](https://evil.example)',
  '![image](https://evil.example/x.png)',
  '[a]: https://evil.example',
  '[^1]',
  '<https://evil.example>',
  '<img src=x onerror=alert(1)>',
  '</details><script>alert(1)</script>',
  '<!-- hidden',
  '&lt;b&gt; &amp; &#64;everyone',
  'https://evil.example/x',
  'www.evil.example',
  'mail someone@evil.example',
  '@everyone',
  'thanks @octo-cat!',
  'fixes #123',
  'owner/repo#7',
  'GH-12',
  'a1b2c3d4e5f6',
  ':tada:',
  'A$AP & $uicideboy$',
  'two\nlines\r\nthree',
  '\u202Eturned\u202C',
  'שלום | @everyone',
  '\u001b[31mred',
  '\u200B',
  '',
  ' ',
  '\\',
  '- [ ] task',
  '\t  code',
] as const;

const hostile = fc.oneof(
  fc.constantFrom(...names),
  fc
    .array(fc.constantFrom(...names, '\\', '`', '[', ']', '(', ')', '<', '!', '|', '\n', ' ', 'x'), { maxLength: 5 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const nodesIn = (node: Nodes): readonly Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesIn) : []),
];
const kindsIn = (text: string): ReadonlySet<string> => new Set(nodesIn(fromMarkdown(text)).map(({ type }) => type));

/** What a reader sees; the signs that break mentions and hold the direction are not seen. */
const readIn = (text: string): string =>
  nodesIn(fromMarkdown(text))
    .flatMap((node) => ('value' in node && node.type !== 'html' ? node.value : []))
    .join('')
    .replaceAll(/[\u2060\u2068\u2069]/g, '');

const wanted = (name: string): string => clean(name.replaceAll(/[\u00AD\u200B\u2060-\u2064\uFEFF]/g, ''));

const wakes = /@[A-Za-z0-9]|#\d|\bGH-\d|:\/\/|\bwww\.|:[\w+-]+:/i;

test('a name is its own words wherever it stands, and nothing else', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      fc.pre([...wanted(name)].length <= 200);
      for (const [node, kinds, around] of [
        [paragraph('x ', said(name)), ['paragraph'], 'x '],
        [paragraph(said(name)), ['paragraph'], ''],
        [heading(2, said(name)), ['heading'], ''],
        [bullets([[paragraph(said(name))]]), ['list', 'listItem', 'paragraph'], ''],
        [paragraph(link('page.md', 'x ', said(name))), ['paragraph', 'link'], 'x '],
      ] as const) {
        const text = written([node]);
        const kindsOfWords: readonly string[] = [...kinds, 'root', 'text', 'html'];
        expect([...kindsIn(text)].filter((kind) => !kindsOfWords.includes(kind))).toEqual([]);
        const html = nodesIn(fromMarkdown(text)).flatMap((one) => (one.type === 'html' ? one.value : []));
        const dollars = [...name].filter((sign) => sign === '$');
        expect(html).toEqual(dollars.flatMap(() => ['<span>', '</span>']));
        expect(readIn(text).trim()).toBe(`${around}${wanted(name)}`.trim());
      }
    }),
    { numRuns: 300 },
  );
});

test('a name mentions nobody and leads nowhere', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      expect(wakes.exec(plain(name))?.[0]).toBeUndefined();
    }),
  );
});

test('a name stays in its cell', () => {
  const columns = [
    { head: 'One', align: 'left' },
    { head: 'Two', align: 'right' },
  ] as const;
  fc.assert(
    fc.property(hostile, (name) => {
      const lines = written([table(columns, [[said(name), 'end']])])
        .trimEnd()
        .split('\n');
      expect(lines).toHaveLength(3);
      expect(lines[2]?.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(3);
    }),
  );
});

describe('whole pages', () => {
  const told = (ledger: AccountLedger): Insight =>
    insightOf({ ledger: { origin, accounts: new Map([[owner, ledger]]) }, playbook });

  test.each(names)('of a playlist that is called %j', (name) => {
    const past = [
      { night: '2026-11-16', lists: { drive: [1, 2], finds: [3] } },
      { night: '2026-11-17', lists: { drive: [1, 4] } },
    ];
    const insight = told(pastOf(past, {}, { drive: name }));
    const labels = new Map([[row(1), { title: name, artists: name }]]);
    const changes = insight.changes.map((one) => ({
      ...one,
      entered: one.entered.map((entered) => ({ ...entered, label: { title: name, artists: name } })),
    }));
    const hostileOne: Insight = { ...insight, labels, changes, title: name };
    for (const text of [readme(hostileOne), ...hostileOne.playlists.map((one) => playlistPage(hostileOne, one))]) {
      const nodes = nodesIn(fromMarkdown(text));
      const urls = nodes.flatMap((node) => ('url' in node ? node.url : []));
      expect(urls.filter((url) => url.includes('evil') || url === 'x')).toEqual([]);
      const html = nodes.flatMap((node) => (node.type === 'html' ? node.value : []));
      expect(html.filter((one) => !/^<\/?(?:span|details)>(?:\n<summary>\d tracks?<\/summary>)?$/.test(one))).toEqual(
        [],
      );
      const words = nodes.flatMap((node) => (node.type === 'text' ? node.value : []));
      expect(words.flatMap((one) => wakes.exec(one)?.[0] ?? [])).toEqual([]);
    }
  });
});
