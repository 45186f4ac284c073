import { expect, test } from 'vitest';
import { orFail } from '../../../src/problem/failure.ts';
import { ruleInWords } from '../../../src/report/insight/rule/in-words.ts';
import { readPlaybook } from '../../../src/rules/read-playbook.ts';

const portfolio =
  'title: Nightbird\ntimezone: UTC\napps:\n  main:\n    client_id: 5e7115700c0de5e7115700c0de5e7115\n    accounts: { owner: {} }\n';

/** What a rule file says, a line a word: stage, words, line of the file. */
function told(yaml: string): readonly string[] {
  const files = new Map([
    ['setlist.yaml', new TextEncoder().encode(portfolio)],
    ['a.yaml', new TextEncoder().encode(`name: A\n${yaml}`)],
  ]);
  const [rule] = orFail(readPlaybook(files)).rules;
  if (rule === undefined) throw new Error('no rule');
  return ruleInWords(rule).map(({ stage, said, rule: { line } }) => `${stage}: ${said} @${line}`);
}

test('a rule that says little is told in few words', () => {
  expect(told('from: [liked]\n')).toEqual([
    'From: liked @2',
    'Repeats: one track of each recording, the first @1',
    'When: every day @1',
    'By hand: a person decides @1',
  ]);
});

test('every stage is told in the order in which it is followed, with its line', () => {
  const yaml = `from:
  - search: { filters: { genre: ambient, year: 2005-2021 }, take: 100 }
  - new_releases: { artists: followed, within: 42d, per_artist: 3 }
    as: fresh
where:
  - duration: { gte: "3:00", lt: "7:30" }
  - not: { title: { contains: instrumental } }
  - any:
      - released: { not_in_the_last: 10y }
      - explicit: false
dedupe: { by: artist, keep: longest }
sort: [released desc, title]
take: { count: 1200, per_artist: 4 }
arrange:
  - spread: { by: any_artist, gap: 3 }
pin:
  - { track: "spotify:track:0b8BsNKYHHzQ1mFnjEWwcC", at: 1, until: 2026-12-04, reason: Winter campaign }
schedule: { every: week, on: [fri] }
hand_edits: revert
protected: true
suspend: true
`;
  expect(told(yaml)).toMatchInlineSnapshot(`
    [
      "From: search: query genre:"ambient" year:2005-2021, take 100 @3",
      "From: new releases (“fresh”): artists followed, within 42 days, groups album, single, per artist 3 @4",
      "Only: duration at least 3:00 and under 7:30 and not title contains instrumental and (released not in the last 10 years or explicit is false) @7",
      "Repeats: one track of each artist, the longest @12",
      "Order: released, falling; then title @13",
      "Keeps: the first 1,200, at most 4 by an artist @14",
      "Arranged: spread: by any_artist, gap 3 @16",
      "Pinned: spotify:track:0b8BsNKYHHzQ1mFnjEWwcC at 1, until 4 Dec 2026, Winter campaign @18",
      "When: every week on fri @1",
      "By hand: is taken back @1",
      "Guarded: nothing is ever removed @1",
      "Suspended: planned and shown, never written @1",
    ]
  `);
});

test('a long list is told by its length', () => {
  const ids = Array.from({ length: 6 }, (_, index) => `"spotify:track:${String(index).padStart(22, '0')}"`);
  expect(told(`from:\n  - tracks: [${ids.join(', ')}]\n`)[0]).toBe('From: tracks: 6 uris @3');
});

test('no more than five pins are told one by one', () => {
  const pin = (index: number): string => `  - { track: "spotify:track:${String(index).padStart(22, '0')}" }\n`;
  const pins = [0, 1, 2, 3, 4, 5, 6].map(pin).join('');
  const own = told(`from: [liked]\npin:\n${pins}`).filter((one) => one.startsWith('Pinned'));
  expect(own).toHaveLength(6);
  expect(own.at(-1)).toBe('Pinned: and 2 more @9');
});
