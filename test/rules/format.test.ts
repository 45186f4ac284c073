import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRule } from '../../src/rules/format.ts';
import { readPlaybook } from '../../src/rules/read-playbook.ts';
import { withFiles } from './portfolio.ts';

const head = 'name: Night\naccount: studio\n';
const track = '4uLU6hMCjMI75M1A2tKUQC';

/** What a rule file means: its rule without places; undefined when something is wrong with it. */
function meaning(text: string): unknown {
  const read = readPlaybook(withFiles({ 'night.yaml': text }));
  if (!read.ok) return undefined;
  const rule = read.value.rules.find(({ slug }) => slug === 'night');
  return JSON.parse(JSON.stringify(rule, (key, value: unknown) => (key === 'at' ? undefined : value)));
}

test('puts keys in order, keeps comments, shortens links and closes brackets', () => {
  const text = `# Who may change this: the label team
take: {count: 5,   per_artist: 2}   # not more

# Where it comes from
from:
  - as: mine     # a name
    playlist: "https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M?si=1"
  # favourites
  - tracks: [ https://open.spotify.com/intl-de/track/${track}, 'spotify:episode:${track}', 1234567890123456789012 ]
account: 'studio'
name: "Night: Drive"
# the end
`;
  expect(formatRule(text)).toMatchInlineSnapshot(`
    "# Who may change this: the label team
    name: "Night: Drive"
    account: 'studio'

    # Where it comes from
    from:
      - playlist: 37i9dQZF1DXcBWIGoYBM5M
        as: mine # a name
      # favourites
      - tracks: [spotify:track:4uLU6hMCjMI75M1A2tKUQC, 'spotify:episode:4uLU6hMCjMI75M1A2tKUQC', "1234567890123456789012"]
    take: { count: 5, per_artist: 2 } # not more

    # the end
    "
  `);
});

test('writes names beside ids, whatever the names hold', () => {
  const text = `${head}from:
  - playlist: 37i9dQZF1DXcBWIGoYBM5M
  - tracks:
      - ${track}
      - spotify:track:${track} # my own words
  - artists: [3qm84nBOXUEQ2vnTfUTTFC]
pin:
  - { track: ${track}, at: 1 }
`;
  const names = new Map([
    ['spotify:playlist:37i9dQZF1DXcBWIGoYBM5M', 'Line one\nname: Stolen\r\u2028\u0085name: Stolen'],
    [`spotify:track:${track}`, ` # {} \u001b[31m\u202e"${'x'.repeat(200)}`],
    ['spotify:artist:3qm84nBOXUEQ2vnTfUTTFC', 'Mariya Takeuchi'],
  ]);
  const formatted = formatRule(text, (uri) => names.get(uri));
  expect(formatted).toMatchInlineSnapshot(`
    "name: Night
    account: studio
    from:
      - playlist: 37i9dQZF1DXcBWIGoYBM5M # Line one name: Stolen name: Stolen
      - tracks:
          - 4uLU6hMCjMI75M1A2tKUQC # # {} [31m "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
          - spotify:track:4uLU6hMCjMI75M1A2tKUQC # my own words
      - artists: [3qm84nBOXUEQ2vnTfUTTFC] # Mariya Takeuchi
    pin:
      - { track: 4uLU6hMCjMI75M1A2tKUQC, at: 1 } # # {} [31m "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    "
  `);
  expect(formatRule(formatted, (uri) => names.get(uri))).toBe(formatted);
  expect(meaning(formatted)).toEqual(meaning(text));
});

test.each([
  ['what is not YAML', 'name: "Night\n'],
  ['a list', '- name: Night\n'],
  ['text', 'Night\n'],
  ['nothing', ''],
  ['a control character', 'name: a\u0007\n'],
])('leaves %s as it is', (_, text) => {
  expect(formatRule(text)).toBe(text);
});

test.each([
  ['text that holds a link', `${head}description: https://open.spotify.com/track/${track}\nfrom: [liked]\n`],
  [
    'a search for a link',
    `${head}from:\n  - search: { filters: { artist: https://open.spotify.com/artist/${track} } }\n`,
  ],
  ['a title like a link', `${head}from: [liked]\nwhere:\n  - title: https://open.spotify.com/track/${track}\n`],
  [
    'a part of a name',
    `${head}from: [liked]\nwhere:\n  - artist: { contains: https://open.spotify.com/artist/${track} }\n`,
  ],
  [
    'a reason',
    `${head}from: [liked]\npin:\n  - { track: ${track}, reason: "https://open.spotify.com/track/${track}" }\n`,
  ],
  ['a name that reads like a number', 'name: "1999"\naccount: studio\nfrom: [liked]\n'],
  ['a name that reads like a date or a truth', 'name: "true"\naccount: studio\ndescription: "2026"\nfrom: [liked]\n'],
  ['an anchor before its alias', `description: &d Words\naccount: studio\nname: *d\nfrom: [liked]\n`],
  ['an artist by link', `${head}from: [liked]\nwhere:\n  - artist: https://open.spotify.com/artist/${track}?si=1\n`],
  ['an id of digits', `${head}from:\n  - tracks: [1234567890123456789012, 12345678901234567890e1]\n`],
  ['a text over several lines', `${head}description: >\n  Words\n  and more: of them\nfrom: [liked]\n`],
  ['Windows line ends', `${head}from: [liked]\n`.replaceAll('\n', '\r\n')],
])('does not change the meaning of %s', (_, text) => {
  expect(meaning(text)).toBeDefined();
  expect(meaning(formatRule(text))).toEqual(meaning(text));
  expect(formatRule(formatRule(text))).toBe(formatRule(text));
});

describe('changes no case a second time, and none in its meaning:', () => {
  const folder = join(import.meta.dirname, 'cases');
  test.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('%s', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const formatted = formatRule(text, (uri) => `The name of ${uri}`);
    expect(formatRule(formatted, (uri) => `The name of ${uri}`)).toBe(formatted);
    expect(meaning(formatted)).toEqual(meaning(text));
  });
});

test('keeps any text in any key, and is done after one time', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      name,
      name,
      fc.shuffledSubarray(['name', 'description', 'account', 'from'], { minLength: 4 }),
      (one, other, order) => {
        const values: Readonly<Record<string, string>> = {
          name: JSON.stringify(one),
          description: JSON.stringify(other),
          account: 'studio',
          from: '[liked]',
        };
        const text = order.map((key) => `${key}: ${values[key]}\n`).join('');
        const formatted = formatRule(text);
        expect(meaning(formatted)).toEqual(meaning(text));
        expect(formatRule(formatted)).toBe(formatted);
      },
    ),
  );
});
