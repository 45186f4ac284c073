/**
 * How long releases wait for the look that shows them, by the poller and by looking at everyone in turn:
 *
 *     npm run bench:poll -- [SEED ...] [--start warm|cold] [--check]
 *
 * Seeds `a`, `b` and `c` were tuned on; without any, five others are played. `warm` (the default): both begin when they
 * have looked at everybody once. `cold`: the nights in which they do so, which nobody can do otherwise, count too.
 */
import { parseArgs } from 'node:util';
import { boundOf } from '../../../src/gather/poll/reserve.ts';
import { poll } from '../../gather/poll/night.ts';
import { type Nights, type Played, play, roundRobin } from './play.ts';
import { worldOf } from './world.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    start: { type: 'string', multiple: true, default: ['warm', 'cold'] },
    artists: { type: 'string', default: '1500' },
    budget: { type: 'string', default: '60' },
    nights: { type: 'string', default: '60' },
    check: { type: 'boolean', default: false },
  },
});
const seeds = positionals.length > 0 ? positionals : ['p', 'q', 'r', 's', 't'];
const [artists, budget, nights] = [Number(values.artists), Number(values.budget), Number(values.nights)];
const bound = boundOf(
  Array.from({ length: artists }, (_, at) => ({ id: `${at}`, looked: null, requests: 1, releases: [] })),
  budget,
).nights;

const at = (delays: readonly number[], share: number): number => delays[Math.floor(share * delays.length)] ?? 0;
const meanOf = (delays: readonly number[]): number => delays.reduce((sum, one) => sum + one, 0) / delays.length;
const pooled = (all: readonly Played[]): readonly number[] =>
  all.flatMap(({ delays }) => delays).sort((one, other) => one - other);
const told = (delays: readonly number[]): string =>
  `median ${at(delays, 0.5)}, p90 ${at(delays, 0.9)}, mean ${meanOf(delays).toFixed(1)}`;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

say(`${nights} nights, ${artists} artists, ${budget} requests a night; nights from release to look`);
for (const start of values.start as Nights['start'][]) {
  const runs = seeds.map((seed) => {
    const world = worldOf(seed, artists, nights);
    const given = { nights, budget, start };
    const [ours, turns] = [play(world, poll, given), play(world, roundRobin, given)];
    const ratio = at(ours.delays, 0.5) / at(turns.delays, 0.5);
    say(`${start} ${seed}: ${ours.delays.length} releases; in turn ${told(turns.delays)}; ours ${told(ours.delays)}`);
    say(`  ratio ${ratio.toFixed(2)}; unseen ${ours.unseen} (${turns.unseen}); worst gap ${ours.worstGap} of ${bound}`);
    return { ours, turns, ratio };
  });
  const [ours, turns] = [pooled(runs.map((run) => run.ours)), pooled(runs.map((run) => run.turns))];
  const ratio = at(ours, 0.5) / at(turns, 0.5);
  const worstGap = Math.max(...runs.map((run) => run.ours.worstGap));
  const mostRequests = Math.max(...runs.map((run) => run.ours.mostRequests));
  say(`${start}, all: in turn ${told(turns)}; ours ${told(ours)}; ratio ${ratio.toFixed(2)}`);
  say(`  worst gap ${worstGap} nights of ${bound}; at most ${mostRequests} of ${budget} requests a night`);
  const isKept = worstGap <= bound && mostRequests <= budget;
  if (values.check && (!isKept || runs.some((run) => run.ratio > 0.5))) process.exitCode = 1;
}
