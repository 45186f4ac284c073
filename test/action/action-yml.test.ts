import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputs, outputs } from '../../src/action/inputs.ts';

const root = join(import.meta.dirname, '..', '..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

test('action.yml offers what the code reads and sets, in the same words', () => {
  const required = Object.entries(inputs).map(([name, input]) => [name, { ...input, required: false }]);
  expect(action.inputs).toEqual(Object.fromEntries(required));
  expect(action.outputs).toEqual(outputs);
});

test('action.yml names a built file and an icon that there is', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
  expect(readFileSync(join(root, 'rolldown.config.ts'), 'utf8')).toContain("action: 'src/action/main.ts'");
  expect(action.branding).toEqual({ icon: 'music', color: 'green' });
  expect(existsSync(join(root, 'src/action/main.ts'))).toBe(true);
});
