import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { disk } from '../../adapters/files/disk.ts';
import { report } from '../../app/report.ts';
import type { Result } from '../../app/result.ts';
import { runNight, standingRefusals } from '../../app/sync.ts';
import type { Night } from '../../app/syncing/night.ts';
import { exitOf } from '../../problem/catalogue.ts';
import { exits } from '../../problem/exit.ts';
import { Failure } from '../../problem/failure.ts';
import { problemOf } from '../../problem/finding.ts';
import { problem } from '../../problem/problem.ts';
import { nightInWords } from '../../report/insight/dates.ts';
import { servePages } from './serve.ts';
import { gainFollowers, mustBegin, openStage, type Stage } from './stage.ts';
import { story } from './story.ts';

export type DemoOptions = {
  readonly portfolio: string;
  readonly nights: number;
  readonly seed: string;
  /** Where the repository is left; a temporary folder that goes with the demo when it is undefined. */
  readonly out: string | undefined;
  readonly serve: boolean;
  readonly signal: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
  readonly print: (text: string) => void;
};

const dayMs = 86_400_000;

/** Thirty nights of the example portfolio on the simulator, in a git repository of their own. */
export async function demo(options: DemoOptions): Promise<Result> {
  await mustBegin(options.portfolio, options.env);
  const folder = options.out === undefined ? await mkdtemp(join(tmpdir(), 'setlist-demo-')) : resolve(options.out);
  await mustBeEmpty(folder);
  const stage = await openStage(options.portfolio, folder, options);
  try {
    await playNights(stage, options);
    options.print(`\nThe repository: ${folder}\nIts log: git -C ${folder} log`);
    if (options.serve && !options.signal.aborted) await show(stage, options);
    return { text: '', json: {}, problems: [], exit: exits.done };
  } finally {
    await stage.close();
    if (options.out === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** Serves the pages of what was played until somebody has seen enough. */
async function show(stage: Stage, { signal, print }: DemoOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-pages-'));
  try {
    await report({ name: folder, files: disk(folder) }, stage.ports);
    const { address, closed } = await servePages(folder, signal);
    print(`\nIts pages: ${address}  (Ctrl-C ends)`);
    await closed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mustBeEmpty(folder: string): Promise<void> {
  const found = await readdir(folder).catch(() => []);
  if (found.length > 0)
    throw new Failure([problem('usage/wrong', { reason: `--out wants an empty folder, "${folder}" is not` })]);
}

async function playNights(stage: Stage, { nights, signal, print }: DemoOptions): Promise<void> {
  const first = stage.nowMs();
  let last: Night | null = null;
  for (let nth = 1; nth <= nights && !signal.aborted; nth++) {
    await stage.sleepUntil(first + (nth - 1) * dayMs - 10 * 3_600_000);
    const scene = story.find(({ night }) => night === nth);
    if (scene !== undefined) {
      print(`\n  ${scene.tells}`);
      await scene.happens(stage, last);
    }
    await stage.sleepUntil(first + (nth - 1) * dayMs + (17 + (nth % 7) * 3) * 60_000);
    if (scene?.killedAfter !== undefined) {
      await stage.syncKilledAfter(scene.killedAfter);
      print(`${' '.repeat(13)}  killed after ${scene.killedAfter} writes; run again`);
    }
    last = await runNight(stage.ports, (workspace) => ({
      due: 'schedule',
      refusals: () => standingRefusals(workspace, stage.ports),
    }));
    print(lineOf(last));
    if (nth === 1) gainFollowers(stage);
  }
}

/** One night on one line. */
function lineOf({ run, plan, outcomes, audit, problems }: Night): string {
  const items = audit.filter(({ kind }) => kind === 'items');
  const own = items.filter(({ who }) => who.by === 'setlist');
  const sum = (part: 'entered' | 'left'): number => own.reduce((all, body) => all + body[part].length, 0);
  const found = [...problems, ...[...plan.playlists, ...outcomes].flatMap((one) => one.problems.map(problemOf))];
  const parts = [
    own.length === 0 ? 'nothing changed' : `${own.length} changed  +${sum('entered')} -${sum('left')}`,
    ...items
      .filter(({ who }) => who.by === 'hand')
      .map(({ rule, entered, left }) => `${rule} by hand +${entered.length} -${left.length}`),
    ...items.filter(({ who }) => who.by === 'spotify').map(({ rule }) => `${rule} changed by Spotify`),
    ...[...new Set(found.map(({ code }) => code))],
  ];
  const exit = exitOf(found);
  return `${nightInWords(run.night).padStart(13)}  ${parts.join('  ')}${exit === 0 ? '' : `  (exit ${exit})`}`;
}
