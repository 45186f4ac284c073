/**
 * How few requests real histories and large reshuffles take. Run with `node test/bench/order.ts`.
 *
 * What it printed last, on 2 cores:
 *
 *                  transitions        writes     reference          ours     plain way
 * all                     4003        106095        110872        0.9569        1.2736
 * only reorder             727         16207         16138        1.0043        1.1769
 * ms a plan         median 0.6     99 % 17.1     most 69.4
 *                         rows        writes     reference          ours     plain way    ours/plain
 * reshuffle              10000          4996          4996        265 ms         37 ms         7.1 x
 * reshuffle               1000           500           499         11 ms          3 ms         3.8 x
 * scattered              10000           253           256         70 ms         59 ms         1.2 x
 * both                    9700          4797          4850        496 ms        135 ms         3.7 x
 * reversal                1000           501           500         29 ms          8 ms         3.4 x
 * reversal               10000          5001          5000        947 ms         59 ms        15.9 x
 */
import { reference } from '../../src/plan/requests/bound.ts';
import { memberships } from '../../src/plan/requests/members.ts';
import { draws } from '../../src/plan/requests/reorder/draws.ts';
import { plainMoves } from '../../src/plan/requests/reorder/plain.ts';
import { strips } from '../../src/plan/requests/reorder/strips.ts';
import { writesFor } from '../../src/plan/requests/writes.ts';
import { hasHistories, onlyReorders, transitions } from '../plan/requests/histories.ts';
import { type Pair, track } from '../plan/requests/lists.ts';
import { range } from '../plan/requests/optimum.ts';

type Sum = { readonly name: string; transitions: number; ours: number; plain: number; reference: number };

const say = (...columns: readonly (string | number)[]): boolean =>
  process.stdout.write(
    `${columns.map((column, index) => `${column}`[index === 0 ? 'padEnd' : 'padStart'](14)).join('')}\n`,
  );

const share = (writes: number, of: number): string => (writes / of).toFixed(4);

/** The plain way: add together, move every strip that is in no longest common subsequence, remove. */
function plainWay({ before, after }: Pair): number {
  return Math.min(
    ...memberships(before, after).map(
      ({ early, line, late }) => early.length + plainMoves(strips(line)).length + late.length,
    ),
  );
}

function timeMs(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function measureHistories(pairs: readonly Pair[]): void {
  const all: Sum = { name: 'all', transitions: 0, ours: 0, plain: 0, reference: 0 };
  const reorders: Sum = { ...all, name: 'only reorder' };
  const times: number[] = [];
  for (const pair of pairs) {
    let ours = 0;
    times.push(timeMs(() => (ours = writesFor(pair.before, pair.after).length)));
    for (const sum of onlyReorders(pair) ? [all, reorders] : [all]) {
      sum.transitions++;
      sum.ours += ours;
      sum.plain += plainWay(pair);
      sum.reference += reference(pair.before, pair.after);
    }
  }
  say('', 'transitions', 'writes', 'reference', 'ours', 'plain way');
  for (const { name, transitions, ours, plain, reference: of } of [all, reorders]) {
    say(name, transitions, ours, of, share(ours, of), share(plain, of));
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  say('ms a plan', `median ${at(0.5)}`, `99 % ${at(0.99)}`, `most ${at(1)}`);
}

function shuffled(length: number): readonly number[] {
  const draw = draws(length);
  return range(length)
    .map((row) => ({ row, lot: draw(2 ** 31) }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ row }) => row);
}

/** Every fortieth row is another one. */
const scattered = (length: number): readonly number[] =>
  range(length).map((row) => (row % 40 === 7 ? length + row : row));

function measureLarge(name: string, rows: readonly number[]): void {
  const pair: Pair = { before: range(rows.length).map(track), after: rows.map(track) };
  const ours = timeMs(() => writesFor(pair.before, pair.after));
  const plain = timeMs(() => plainWay(pair));
  const writes = writesFor(pair.before, pair.after).length;
  say(
    name,
    rows.length,
    writes,
    reference(pair.before, pair.after),
    `${ours.toFixed(0)} ms`,
    `${plain.toFixed(0)} ms`,
    `${(ours / plain).toFixed(1)} x`,
  );
}

const shuffle9700 = shuffled(9_700);

if (hasHistories) measureHistories(transitions());
else say('SKIPPED: ../shared/data/playlist-histories is missing');

say('', 'rows', 'writes', 'reference', 'ours', 'plain way', 'ours/plain');
measureLarge('reshuffle', shuffled(10_000));
measureLarge('reshuffle', shuffled(1_000));
measureLarge('scattered', scattered(10_000));
measureLarge(
  'both',
  scattered(9_700).map((_, index, rows) => rows[shuffle9700[index] ?? 0] ?? 0),
);
measureLarge('reversal', range(1_000).toReversed());
measureLarge('reversal', range(10_000).toReversed());
