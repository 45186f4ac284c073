import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { portfolioSchema } from '../src/rules/schema/portfolio-schema.ts';
import { ruleSchema } from '../src/rules/schema/rule-schema.ts';

const root = join(import.meta.dirname, '..', 'src');
const folders = ['domain', 'ledger', 'gather', 'simulator', 'adapters'];

/** What our modules export that describes a shape: Ajv takes these as they are, without looking at them first. */
async function exported(): Promise<readonly (readonly [string, object])[]> {
  const found: (readonly [string, object])[] = [
    ['ruleSchema', ruleSchema],
    ['portfolioSchema', portfolioSchema],
  ];
  for (const path of globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  )) {
    const module = (await import(join(root, path))) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(module)) if (isShape(value)) found.push([`${path} ${name}`, value]);
  }
  return found;
}

// TypeBox puts what no list of ours has: a kind.
const isShape = (value: unknown): value is object => typeof value === 'object' && value !== null && '~kind' in value;

test('every schema of ours is one', async () => {
  const ajv = new Ajv({ strict: false });
  const schemas = await exported();
  const wrong = schemas.filter(([, schema]) => ajv.validateSchema(schema) !== true).map(([name]) => name);
  expect(wrong).toEqual([]);
  expect(schemas.length).toBeGreaterThan(20);
});
