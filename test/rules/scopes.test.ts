import { expect, test } from 'vitest';
import { readPlaybook } from '../../src/rules/read-playbook.ts';
import { scopesFor } from '../../src/rules/scopes.ts';
import { withFiles } from './portfolio.ts';
import { report } from './report.ts';

const always = ['playlist-read-collaborative', 'playlist-read-private'];
const written = ['playlist-modify-private', 'playlist-modify-public', ...always];

/** The scopes for one rule with these sources. */
function scopesOf(from: string): readonly string[] {
  const files = withFiles({ 'night.yaml': `name: Night\naccount: studio\nfrom: ${from}\n` });
  const found = readPlaybook(files);
  if (!found.ok) throw new Error(report(files));
  return scopesFor(found.value.rules.filter(({ slug }) => slug === 'night'));
}

test.each([
  ['[{ tracks: [4uLU6hMCjMI75M1A2tKUQC] }]', []],
  ['[{ playlist: 37i9dQZF1DX0XUsuxWHRQd }, { search: { q: city pop } }, { rule: deep-cuts }]', []],
  ['[{ file: lists/never.csv }]', []],
  ['[liked]', ['user-library-read']],
  ['[{ liked: { since: 30d } }, top]', ['user-library-read', 'user-top-read']],
  ['[{ artists: followed }]', ['user-follow-read']],
  ['[{ artist: { artists: followed, per_artist: 2 } }]', ['user-follow-read']],
  ['[{ new_releases: { artists: followed } }]', ['user-follow-read']],
  ['[{ new_releases: { artists: lists/city-pop-artists.yaml } }, { artists: [3qm84nBOXUEQ2vnTfUTTFC] }]', []],
])('scopesFor() asks for what the sources %s need, and for playlists', (from, more) => {
  expect(scopesOf(from)).toEqual([...written, ...more].sort());
});

test('scopesFor() asks for each scope once, and without rules only to read playlists', () => {
  expect(scopesOf('[liked, { liked: { limit: 5 }, as: few }]')).toEqual([...written, 'user-library-read']);
  expect(scopesFor([])).toEqual(always);
});
