import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { program, root } from '../../scenarios/stage/run.ts';
import type { SignInStage } from './stage.ts';

const isThere = (program: string): boolean => {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
};

/** Whether a terminal can be had here: `script` of util-linux makes them. */
export const hasTerminals = isThere('script');

const node = join(root, 'node_modules', '.bin', 'node');
const quoted = (text: string): string => `'${text}'`;

/** `setlist login` at a terminal, with an opener of browsers that agrees at once and notes what it opened. */
export async function atTerminal({ folder, simulator, port }: SignInStage, args: string, env: NodeJS.ProcessEnv = {}) {
  const bin = join(folder, '.git', 'bin');
  await mkdir(bin);
  const opened = join(bin, 'opened');
  await writeFile(
    join(bin, 'xdg-open'),
    `#!/bin/sh\nprintf %s "$1" > '${opened}'\nexec '${node}' -e 'fetch(process.argv[1])' "$1"\n`,
  );
  await chmod(join(bin, 'xdg-open'), 0o755);
  const { apiUrl, authUrl, clockUrl } = simulator;
  const { PATH = '', HOME = '' } = process.env;
  const command = [node, program].map(quoted).join(' ');
  const child = spawn(
    'script',
    ['-qec', `stty cols 500 rows 50; exec ${command} login --port ${port} ${args}`, '/dev/null'],
    {
      cwd: folder,
      env: {
        PATH: `${bin}:${PATH}`,
        HOME,
        TERM: 'xterm',
        SETLIST_SPOTIFY_API_URL: apiUrl,
        SETLIST_SPOTIFY_AUTH_URL: authUrl,
        SETLIST_CLOCK_URL: clockUrl,
        NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'scenarios'),
        ...env,
      },
    },
  );
  let shown = '';
  child.stdout.on('data', (bytes: Buffer) => {
    shown += bytes.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    ended,
    shown: () => shown,
    opened: () => readFile(opened, 'utf8').catch(() => undefined),
    /** Types keys once the screen shows this. */
    type: async (when: RegExp, keys: string) => {
      while (!when.test(shown)) await new Promise((resolve) => setTimeout(resolve, 20));
      child.stdin.write(keys);
    },
    /** What the screen shows first that fits. */
    see: async (wanted: RegExp): Promise<string> => {
      for (;;) {
        const found = wanted.exec(shown)?.[0];
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
