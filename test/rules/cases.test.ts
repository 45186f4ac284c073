import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleWords } from '../../src/problem/words/rules.ts';
import { withFiles } from './portfolio.ts';
import { report } from './report.ts';

const folder = join(import.meta.dirname, 'cases');
const cases = readdirSync(folder).filter((file) => !file.endsWith('.out'));

/** A case is a rule, unless its name begins with what else it is: `setlist-…` or `list-…`. */
const pathOf = (file: string): string =>
  file.startsWith('setlist-') ? 'setlist.yaml' : file.startsWith('list-') ? `lists/${file}` : file;

describe('says what is wrong with', () => {
  test.each(cases)('%s', async (file) => {
    const files = withFiles({ [pathOf(file)]: readFileSync(join(folder, file), 'utf8') });
    await expect(report(files)).toMatchFileSnapshot(join(folder, file.replace(/\.[a-z0-9]+$/, '.out')));
  });
});

test('there is a case for every code', () => {
  const outputs = readdirSync(folder)
    .filter((file) => file.endsWith('.out'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  // These need bytes or a missing file, which no case has.
  const elsewhere = ['rules/not-text', 'rules/no-portfolio'];
  const unseen = Object.keys(ruleWords).filter((code) => !outputs.some((output) => output.includes(`[${code}]`)));
  expect(unseen).toEqual(elsewhere);
});
