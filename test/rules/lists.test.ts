import { expect, test } from 'vitest';
import { readPlaybook } from '../../src/rules/read-playbook.ts';
import { withFiles } from './portfolio.ts';
import { report } from './report.ts';

const track = '4uLU6hMCjMI75M1A2tKUQC';
const artist = '3qm84nBOXUEQ2vnTfUTTFC';
const uri = `spotify:track:${track}`;

/** The lines of a list without their places, what is null left out. */
function linesOf(path: string, text: string): readonly object[] {
  const files = withFiles({ [path]: text });
  const read = readPlaybook(files);
  if (!read.ok) throw new Error(report(files));
  const lines = read.value.lists.get(path)?.lines ?? [];
  return lines.map(({ at, ...line }) => Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null)));
}

test.each<readonly [string, string, string, readonly object[]]>([
  [
    'ids, URIs and links',
    'lists/a.yaml',
    `tracks: [${track}, "${uri}", "https://open.spotify.com/track/${track}?si=x"]`,
    Array(3).fill({ uri, fields: {} }),
  ],
  [
    'several kinds',
    'lists/a.yml',
    `artists: [${artist}]\nalbums: [${artist}]\nisrcs: [jp-po0-81-00101]\nuris: ["spotify:episode:${track}"]`,
    [
      { artist, fields: {} },
      { album: artist, fields: {} },
      { isrc: 'JPPO08100101', fields: {} },
      { uri: `spotify:episode:${track}`, fields: {} },
    ],
  ],
  ['an empty kind', 'lists/a.yaml', 'artists:\n', []],
  ['nothing', 'lists/a.csv', '', []],
  [
    'the table of the rule language',
    'lists/a.csv',
    `track,isrc,artist,genre,mood,label,tag\n,JPPO08100101,,city-pop,dreamy,,\n,,${artist},synthwave,"dark; driving",Nightbird,own-label\n`,
    [
      { isrc: 'JPPO08100101', fields: { genre: ['city-pop'], mood: ['dreamy'] } },
      { artist, fields: { genre: ['synthwave'], mood: ['dark', 'driving'], label: ['Nightbird'], tag: ['own-label'] } },
    ],
  ],
  [
    'a table of another tool',
    'lists/a.csv',
    `\uFEFF"Track URI","Track Name","Artist Name(s)"\r\n"${uri}","Plastic Love, ""long""","Mariya Takeuchi"\r\n`,
    [{ uri, fields: { track_name: ['Plastic Love, "long"'], artist_name_s: ['Mariya Takeuchi'] } }],
  ],
  [
    'a table with tabs',
    'lists/a.tsv',
    `track\tgenre\n${track}\tcity-pop, funk\n`,
    [{ uri, fields: { genre: ['city-pop, funk'] } }],
  ],
  [
    'a table with semicolons',
    'lists/a.csv',
    `track;genre\n${track};city-pop\n`,
    [{ uri, fields: { genre: ['city-pop'] } }],
  ],
  ['short lines and empty ones', 'lists/a.csv', `track,genre\n${track}\n\n,\n`, [{ uri, fields: {} }]],
  [
    'a cell over two lines',
    'lists/a.csv',
    `track,note\n${track},"one\ntwo"\n`,
    [{ uri, fields: { note: ['one\ntwo'] } }],
  ],
  [
    'one name for two things',
    'lists/a.csv',
    `__proto__,track\nx,${track}\n`,
    [{ uri, fields: Object.fromEntries([['proto', ['x']]]) }],
  ],
  [
    'an M3U',
    'lists/a.m3u',
    `#EXTM3U\n#EXTINF:123,Somebody - Something\nhttps://open.spotify.com/track/${track}\n`,
    [{ uri, fields: {} }],
  ],
  [
    'plain text',
    'lists/a.txt',
    `# mine\n\n  ${track}\nspotify:artist:${artist}\n`,
    [
      { uri, fields: {} },
      { artist, fields: {} },
    ],
  ],
])('reads %s', (_, path, text, lines) => {
  expect(linesOf(path, text)).toEqual(lines);
});

test('keeps the line of every entry', () => {
  const read = readPlaybook(withFiles({ 'lists/a.csv': `track,note\n${track},"one\ntwo"\n\n${track},three\n` }));
  const lines = read.ok ? read.value.lists.get('lists/a.csv')?.lines : undefined;
  expect(lines?.map(({ at }) => at.line)).toEqual([3, 5]);
});

test('says what is wrong with a list once, however many rules name it', () => {
  const rule = 'name: Night\naccount: studio\nfrom:\n  - file: lists/a.txt\n';
  const read = readPlaybook(withFiles({ 'a.yaml': rule, 'b.yaml': rule, 'lists/a.txt': 'Plastic Love\n' }));
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['rules/not-an-id']);
});
