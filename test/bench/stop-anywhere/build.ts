import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scenarios/stage/run.ts';
import type { Program } from './stand.ts';

/** Builds the command line as it is published into a folder, from the sources as they are now. */
export async function buildInto(folder: string): Promise<Program> {
  const out = join(folder, 'dist');
  const bin = join(root, 'node_modules', '.bin');
  const args = [join(bin, 'rolldown'), '--config', 'rolldown.config.ts', '--dir', out];
  await promisify(execFile)(join(bin, 'node'), args, { cwd: root });
  return { script: join(out, 'cli.js'), cache: join(folder, 'cache') };
}
