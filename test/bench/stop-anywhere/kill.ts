import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ended, Hooks, Stand } from './stand.ts';

/**
 * Where a run is killed: before its n-th request goes on or after the request has had its effect and nobody knows;
 * before its n-th commit or after the branch moved; before any of its git commands or after it. Counted from 1.
 */
export type Point = {
  readonly of: 'request' | 'commit' | 'git';
  readonly nth: number;
  readonly when: 'before' | 'after';
};

/** How many there are of each in a run that nobody kills. */
export type Counts = { readonly [of in Point['of']]: number };

export const pointsIn = (counts: Counts, kinds: readonly Point['of'][]): readonly Point[] =>
  kinds.flatMap((of) =>
    Array.from({ length: counts[of] }, (_, index) =>
      (['before', 'after'] as const).map((when): Point => ({ of, nth: index + 1, when })),
    ).flat(),
  );

export const said = ({ of, nth, when }: Point): string => `${when} ${of} ${nth}`;

/** A run of `setlist sync` that is killed there, with SIGKILL, from outside. */
export async function runKilled(stand: Stand, point: Point): Promise<Ended> {
  const { of, nth, when } = point;
  if (of !== 'request') {
    const bin = await gitThat(stand.folder, { pattern: of, nth, when });
    return stand.start(['sync'], {}, { PATH: `${bin}:${process.env['PATH'] ?? ''}` }).ended;
  }
  const die = async (at: number): Promise<'lost' | undefined> => {
    if (at !== nth) return undefined;
    await running.kill();
    return 'lost';
  };
  const hooks: Hooks = when === 'before' ? { before: die } : { after: die };
  const running = stand.start(['sync'], hooks);
  return running.ended;
}

/** A whole run, and how many requests, commits and git commands it took. */
export async function runWhole(stand: Stand): Promise<{ readonly ended: Ended; readonly counts: Counts }> {
  const count = async (pattern: 'commit' | 'git') => gitThat(stand.folder, { pattern, nth: 0, when: 'before' });
  const [commits, gits] = [await count('commit'), await count('git')];
  const path = `${gits}:${commits}:${process.env['PATH'] ?? ''}`;
  const ended = await stand.start(['sync'], {}, { PATH: path }).ended;
  const counted = async (bin: string): Promise<number> => Number(await readFile(join(bin, 'count'), 'utf8'));
  return { ended, counts: { request: stand.requests, commit: await counted(commits), git: await counted(gits) } };
}

/** A git that counts, and once kills whoever called it. It stands in git's own folder, where nobody looks for changes. */
async function gitThat(
  folder: string,
  { pattern, nth, when }: { readonly pattern: 'commit' | 'git'; readonly nth: number; readonly when: Point['when'] },
): Promise<string> {
  const bin = join(folder, '.git', `killing-${pattern}`);
  const path = (process.env['PATH'] ?? '')
    .split(':')
    .filter((one) => !one.startsWith(folder))
    .join(':');
  const real = execFileSync('sh', ['-c', 'command -v git'], { env: { PATH: path }, encoding: 'utf8' }).trim();
  // In the count of all commands the other wrapper may stand between.
  const next = pattern === 'git' && nth === 0 ? join(folder, '.git', 'killing-commit', 'git') : real;
  const killed = when === 'before' ? 'kill -9 $PPID; exit 1' : `"${next}" "$@"; kill -9 $PPID; exit 1`;
  const script = `#!/bin/sh
case " $* " in
*${pattern === 'commit' ? '" update-ref "*" refs/heads/"' : ''}*)
  n=0; [ -f "${bin}/count" ] && read -r n < "${bin}/count"
  n=$((n + 1)); echo $n > "${bin}/count"
  if [ $n = ${nth} ]; then ${killed}; fi;;
esac
exec "${next}" "$@"
`;
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'git'), script);
  await chmod(join(bin, 'git'), 0o755);
  return bin;
}
