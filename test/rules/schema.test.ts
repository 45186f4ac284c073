import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generatedFiles } from '../../src/generate/generated.ts';
import { portfolioSchema } from '../../src/rules/schema/portfolio-schema.ts';
import { ruleSchema } from '../../src/rules/schema/rule-schema.ts';
import { arrangements, fields, keys, sources } from '../../src/words/index.ts';
import type { Described } from '../../src/words/word.ts';

const root = join(import.meta.dirname, '..', '..');
const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

test.each(generatedFiles(root, readText).map(([path, text]) => [path, text] as const))(
  '%s is current',
  (path, text) => {
    expect(readText(path)).toBe(text);
  },
);

const isRule = new Ajv({ strict: false }).compile(ruleSchema);

/** An example as a curator would paste it into a rule that is right otherwise. */
const pasted = {
  key: (example: string): object => ({ name: 'Night', from: ['liked'], ...parse(example) }),
  source: (example: string): object => ({ name: 'Night', from: parse(example) }),
  field: (example: string): object => ({ name: 'Night', from: ['liked'], where: parse(example) }),
  arrangement: (example: string): object => ({ name: 'Night', from: ['liked'], arrange: parse(example) }),
} as const;

const examples = (kind: keyof typeof pasted, words: Readonly<Record<string, Described>>) =>
  Object.values(words).map(({ key, example }) => [kind, key, example] as const);

test.each([
  ...examples('key', keys),
  ...examples('source', sources),
  ...examples('field', fields),
  ...examples('arrangement', arrangements),
])('accepts the example of the %s %s', (kind, _, example) => {
  isRule(pasted[kind](example));
  expect(isRule.errors ?? []).toEqual([]);
});

test('accepts the sample of the rule language', () => {
  isRule(parse(readText('test/rules/cases/right.yaml')));
  expect(isRule.errors ?? []).toEqual([]);
});

test('accepts a portfolio with the keys of later versions', () => {
  const isPortfolio = new Ajv({ strict: false }).compile(portfolioSchema);
  const text = `title: Nightbird Records
timezone: Europe/Stockholm
apps:
  main: { client_id: 0123456789abcdef0123456789abcdef, pace: { per_second: 1 }, accounts: { studio: {}, sampler: {} } }
apply: on
suspend: false
approvers: { permission: maintain }
retention: 400d
ledger_branch: main
webhook: { on: [digest, alert] }
limits: { creations: 5, requests: 500 }
budget: { followers: 30, artist_albums: 60, search: 200, tracks: 300, playlist_reads: 300, writes: 100 }
defaults: { hand_edits: ask, guard: { max_removed: [25%, 40] } }
report: { url: "https://nightbird.github.io/playlists/" }
`;
  isPortfolio(parse(text));
  expect(isPortfolio.errors ?? []).toEqual([]);
});

test('describes every word for editors', () => {
  const schema = JSON.stringify(JSON.parse(readText('playlists/playlist.schema.json')));
  const words: readonly Described[] = [keys, sources, fields, arrangements].flatMap((these) => Object.values(these));
  expect(words.filter(({ summary }) => !schema.includes(JSON.stringify(summary).slice(1, -1)))).toEqual([]);
});
