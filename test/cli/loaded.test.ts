import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildInto } from '../bench/stop-anywhere/build.ts';

const importing = /^(?:import|export) (?:[^'"]*? from )?["']\.\/([^"']+)["']/gm;

/** The files that are loaded with this one, whatever is done then. */
async function loadedWith(file: string, seen: Set<string> = new Set()): Promise<ReadonlySet<string>> {
  seen.add(basename(file));
  for (const [, other = ''] of (await readFile(file, 'utf8')).matchAll(importing))
    if (!seen.has(other)) await loadedWith(join(dirname(file), other), seen);
  return seen;
}

test('a command loads neither charts nor what talks to GitHub or asks a person before it is needed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-loaded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { script } = await buildInto(folder);
  const loaded = await loadedWith(join(dirname(script), 'run.js'));
  expect([...loaded].sort()).toEqual(['rolldown-runtime.js', 'run.js', 'setlist.js', 'vendor.js']);
  const vendor = await readFile(join(dirname(script), 'vendor.js'), 'utf8');
  // Only what sends requests of undici, and one byte a character: V8 keeps the text.
  expect(vendor).toContain('// node_modules/undici/lib/dispatcher/agent.js');
  expect(vendor).not.toContain('// node_modules/undici/lib/mock/');
  expect(/^[\0-\x7f]*$/.test(vendor)).toBe(true);
});
