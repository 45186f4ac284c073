/**
 * Nights of `sync` against a server that fails, before and after it did what was asked: 20 playlists, of which at least
 * five change, people who edit by hand, a source that is drained now and then.
 *
 *     npm run bench:faults -- [--nights 10000] [--seed a] [--check]
 *
 * It counts the nights that sent at least forty requests; the few that sent fewer are judged too, and told apart.
 */
import { parseArgs } from 'node:util';
import { verify } from '../../../src/app/verify.ts';
import { randomOf } from '../../../src/simulator/world/seeded/random.ts';
import { openStage } from '../nights/stage.ts';
import { harmIn, Judge } from './judge.ts';
import { filesFor, type List, nightOf, rowsOf, shares, troubledWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    nights: { type: 'string', default: '10000' },
    seed: { type: 'string', default: 'a' },
    check: { type: 'boolean', default: false },
  },
});
const nights = Number(values.nights);
/** One in a hundred may be lighter. */
const most = Math.ceil(nights * 1.01);
/** A ledger is begun anew after so many. */
const nightsALedger = 100;
const dayMs = 86_400_000;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const wrong: string[] = [];
const faults = new Map<string, number>();
const requests = new Map<string, number>();
let [played, full, late, never, guarded, hands] = [0, 0, 0, 0, 0, 0];
const begun = performance.now();
/** Whoever ends hours of it early is told what there was. */
let isOver = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isOver = true));

const isDone = (): boolean => full >= nights || played >= most || isOver;
for (let first = 0; !isDone(); first += nightsALedger) await era(first, first + nightsALedger);
tell();

async function era(first: number, end: number): Promise<void> {
  const { world, lists } = troubledWorld(`${values.seed} ${first}`);
  const stage = await openStage(world, filesFor(lists));
  const startMs = world.nowMs;
  const judge = new Judge(world, lists);
  let open: readonly List[] = [];
  try {
    for (let night = first; night < end && !isDone(); night++) {
      // What people do shows in the listing by the time of the run.
      await stage.sleepUntil(startMs + (night - first + 0.5) * dayMs);
      const before = new Map(lists.map((list) => [list, rowsOf(world, list.id)]));
      const tonight = nightOf(lists, world, {
        random: randomOf(`${values.seed} night ${night}`),
        isFirst: night === first,
      });
      judge.begins(tonight);
      await stage.sleepUntil(startMs + (night - first + 1) * dayMs);
      const { audit, problems: said, outcomes } = await stage.sync({ reports: false });
      const requestsSent = note(stage.log);
      full += requestsSent >= 40 && tonight.changing.length >= 5 ? 1 : 0;
      guarded += tonight.isDrained ? 1 : 0;
      hands += tonight.byHand.size;
      const stillOpen = judge.open(lists, tonight, outcomes);
      const problems = [
        ...judge.heeds(audit),
        ...judge.settled(lists.filter((list) => !stillOpen.includes(list))),
        ...stillOpen.flatMap((list) => harmIn(world, list, before.get(list) ?? [])),
      ];
      wrong.push(...problems.map((one) => `night ${night}: ${one}`));
      if (stillOpen.length > 0) {
        late += 1;
        const codes = [...said, ...outcomes.flatMap((one) => one.problems)].map(({ code }) => code);
        process.stderr.write(`night ${night}: ${stillOpen.map(({ slug }) => slug)} open; ${[...new Set(codes)]}\n`);
      }
      if (stillOpen.some((list) => open.includes(list))) never += 1;
      open = stillOpen;
      played += 1;
    }
    if (open.length > 0) {
      await stage.sleepUntil(world.nowMs + dayMs);
      const { audit } = await stage.sync({ reports: false });
      const still = open.filter(({ id, wanted }) => rowsOf(world, id).join() !== wanted.join());
      if (still.length > 0) never += 1;
      const problems = [...judge.heeds(audit), ...judge.settled(open.filter((list) => !still.includes(list)))];
      wrong.push(...problems.map((one) => `night ${end}: ${one}`));
    }
    const { exit, problems } = await verify(stage.ports);
    if (exit !== 0) wrong.push(`nights ${first} to ${end}: ${problems.map(({ code }) => code).join(', ')}`);
  } finally {
    await stage.close();
  }
  process.stderr.write(
    `${played} nights, ${Math.round((performance.now() - begun) / 1000)} s, ${late} late, ${wrong.length} wrong\n`,
  );
}

/** Answers how many were sent. */
function note(log: Awaited<ReturnType<typeof openStage>>['log']): number {
  const asked = log.filter(({ path }) => path !== '/api/token');
  for (const { method, path, fault } of asked) {
    const endpoint = `${method} ${path.replaceAll(/[0-9A-Za-z]{22}/g, '*')}`;
    requests.set(endpoint, (requests.get(endpoint) ?? 0) + 1);
    if (fault !== undefined) faults.set(`${endpoint}\t${fault}`, (faults.get(`${endpoint}\t${fault}`) ?? 0) + 1);
  }
  return asked.length;
}

function tell(): void {
  const seconds = (performance.now() - begun) / 1000;
  say(
    `seed ${values.seed}: ${full} nights of at least 40 requests and 5 changing lists, ${played - full} lighter, in ${seconds.toFixed(0)} s`,
  );
  const kinds = [...new Set([...faults.keys()].map((key) => key.split('\t')[1] ?? ''))].sort();
  for (const [endpoint, many] of [...requests].sort()) {
    const struck = kinds.map((kind) => `${kind} ${faults.get(`${endpoint}\t${kind}`) ?? 0}`);
    say(`  ${endpoint.padEnd(26)} ${String(many).padStart(8)} requests; ${struck.join(', ')}`);
  }
  const share = ((100 * (played - late)) / played).toFixed(3);
  say(`${share} % of the nights converged that night, ${late} the next, ${never} neither`);
  say(`${hands} edits by hand, ${guarded} drained sources; ${wrong.length} violations`);
  for (const one of wrong.slice(0, 20)) say(`  ${one}`);
  const spared = [...requests].flatMap(([endpoint, many]) =>
    shares
      .filter(({ kind, when }) => !faults.has(`${endpoint}\t${kind} ${when}`))
      .map(({ kind, when, share }) => ({ what: `${kind} ${when} at ${endpoint}`, expected: many * share })),
  );
  if (spared.length > 0) say(`never struck: ${spared.map(({ what }) => what).join(', ')}`);
  // What would have come ten times by chance and never came is not drawn at all.
  const isStruck = spared.every(({ expected }) => expected < 10);
  // One night late is the least that there can be.
  const isKept = wrong.length === 0 && never === 0 && late <= Math.max(1, played * 0.001) && isStruck;
  if (values.check && !(isKept && full === nights)) process.exitCode = 1;
}
