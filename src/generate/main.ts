import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from './generated.ts';

/** Writes every generated file. Nothing else writes them, and a test compares what stands there with what this would write. */
const root = join(import.meta.dirname, '..', '..');

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
};

for (const [path, text] of generatedFiles(root, readText)) writeFileSync(join(root, path), text);
