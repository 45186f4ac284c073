import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';
import config from '../../rolldown.config.ts';
import { root } from '../scenarios/stage/run.ts';

/** The Action as it is shipped, built anew into a temporary folder that has no node_modules. */
export async function bundle() {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-dist-'));
  if (Array.isArray(config)) throw new Error('one configuration is expected');
  const { output, ...input } = config;
  await build({ ...input, cwd: root, output: { ...(Array.isArray(output) ? {} : output), dir: folder } });
  return { main: join(folder, 'action.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
