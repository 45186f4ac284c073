/**
 * The same nights, on each of which the built command is killed at random points, up to four times in a row, before a
 * last run ends the night:
 *
 *     npm run bench:kills -- [--kills 2000] [--seed a] [--check]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAccounts } from '../../../src/app/ledger.ts';
import { verify } from '../../../src/app/verify.ts';
import type { AccountName } from '../../../src/domain/ids.ts';
import type { AuditBody } from '../../../src/domain/records/audit.ts';
import { randomOf } from '../../../src/simulator/world/seeded/random.ts';
import { openStage, type Stage } from '../nights/stage.ts';
import { buildInto } from '../stop-anywhere/build.ts';
import { harmIn, Judge } from './judge.ts';
import { filesFor, type List, nightOf, rowsOf, troubledWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '2000' },
    seed: { type: 'string', default: 'a' },
    check: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
/** A ledger is begun anew after so many. */
const nightsALedger = 25;
const dayMs = 86_400_000;
const owner = 'owner' as AccountName;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const wrong: string[] = [];
/** `open`: killed with a night's writes announced. `ended`: came to their end before. */
let [nights, killed, open, ended, late, never] = [0, 0, 0, 0, 0, 0];
const begun = performance.now();
const seconds = (): string => ((performance.now() - begun) / 1000).toFixed(0);
/** Whoever ends hours of it early is told what there was. */
let isOver = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isOver = true));
const temporary = await mkdtemp(join(tmpdir(), 'setlist-built-'));
try {
  const { script } = await buildInto(temporary);
  for (let first = 0; killed < kills && !isOver; first += nightsALedger) {
    await era(script, first, first + nightsALedger);
    process.stderr.write(`${killed} kills, ${seconds()} s, ${late} late, ${wrong.length} wrong\n`);
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}
say(
  `seed ${values.seed}: ${killed} kills on ${nights} nights in ${seconds()} s, ${open} of them between intent and end; ${ended} runs ended before`,
);
say(`${late} nights not converged by the run after, ${never} not by the night after; ${wrong.length} violations`);
for (const one of wrong.slice(0, 20)) say(`  ${one}`);
// One night late is the least that there can be.
const isKept = wrong.length === 0 && never === 0 && late <= Math.max(1, nights * 0.001);
if (values.check && !(isKept && killed >= kills)) process.exitCode = 1;

async function era(script: string, first: number, end: number): Promise<void> {
  const { world, lists } = troubledWorld(`${values.seed} ${first}`);
  let toGo = Number.POSITIVE_INFINITY;
  let strike: () => void = () => undefined;
  const done = (): void => {
    toGo -= 1;
    if (toGo === 0) strike();
  };
  const stage = await openStage(world, filesFor(lists), { done, simulated: true });
  const startMs = world.nowMs;
  const judge = new Judge(world, lists);
  try {
    await stage.sleepUntil(startMs + dayMs);
    await stage.sync({ reports: false });
    let heard = 0;
    const news = async (): Promise<readonly AuditBody[]> => {
      const audit = (await readAccounts(stage.ports.files, [owner])).get(owner)?.audit ?? [];
      const fresh = audit.slice(heard).flatMap((line) => ('body' in line ? line.body : []));
      heard = audit.length;
      return fresh;
    };
    await news();
    let wereOpen: readonly List[] = [];
    for (let at = first; at < end && killed < kills && !isOver; at++) {
      const random = randomOf(`${values.seed} kills of night ${at}`);
      await stage.sleepUntil(startMs + (at - first + 1.5) * dayMs);
      const before = new Map(lists.map((list) => [list, rowsOf(world, list.id)]));
      const tonight = nightOf(lists, world, { random, isFirst: false });
      judge.begins(tonight);
      await stage.sleepUntil(startMs + (at - first + 2) * dayMs);
      // A run that goes on from a killed one has less to ask.
      for (const most of [75, 30, 30, 30].slice(0, random.between(1, 4))) {
        const wasKilled = await runKilled(stage, script, (kill) => {
          // In the middle of a request, or a little later: in a commit, a pause, the next request.
          const delayMs = random.chance(0.5) ? 0 : random.between(1, 400);
          strike = delayMs === 0 ? kill : () => void setTimeout(kill, delayMs);
          toGo = random.between(1, most);
        });
        toGo = Number.POSITIVE_INFINITY;
        killed += wasKilled ? 1 : 0;
        ended += wasKilled ? 0 : 1;
        const last = await stage.git('log', '-1', '--format=%s');
        open += wasKilled && last.includes('about to change') ? 1 : 0;
        // Once the lease of the killed run is over.
        await stage.sleepUntil(world.nowMs + 3 * 3_600_000);
      }
      const { outcomes } = await stage.sync({ reports: false });
      const still = judge.open(lists, tonight, outcomes);
      late += still.length > 0 ? 1 : 0;
      if (still.some((list) => wereOpen.includes(list))) never += 1;
      wereOpen = still;
      const problems = [
        ...judge.heeds(await news()),
        ...judge.settled(lists.filter((list) => !still.includes(list))),
        ...still.flatMap((list) => harmIn(world, list, before.get(list) ?? [])),
      ];
      wrong.push(...problems.map((one) => `night ${at}: ${one}`));
      nights += 1;
    }
    if (wereOpen.length > 0) {
      await stage.sleepUntil(world.nowMs + dayMs);
      await stage.sync({ reports: false });
      const still = wereOpen.filter(({ id, wanted }) => rowsOf(world, id).join() !== wanted.join());
      if (still.length > 0) never += 1;
      const settled = judge.settled(wereOpen.filter((list) => !still.includes(list)));
      wrong.push(...[...judge.heeds(await news()), ...settled].map((one) => `night ${end}: ${one}`));
    }
    const { exit, problems } = await verify(stage.ports);
    if (exit !== 0) wrong.push(`nights ${first} to ${end}: ${problems.map(({ code }) => code).join(', ')}`);
  } finally {
    await stage.close();
  }
}

/** Runs the built command until it ends or is killed; answers whether it was killed. */
async function runKilled(stage: Stage, script: string, arm: (kill: () => void) => void): Promise<boolean> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [script, 'sync', '--by', 'schedule', '--quiet', '--no-report'], {
    cwd: stage.folder,
    env: { PATH, HOME, ...stage.env },
    stdio: 'ignore',
  });
  arm(() => void child.kill('SIGKILL'));
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal === 'SIGKILL';
}
