import { noFacts } from '../../../src/domain/facts.ts';
import type { PlaylistId } from '../../../src/domain/ids.ts';
import type { keysOf } from '../../../src/domain/playlist.ts';
import { lowerBound, reference } from '../../../src/plan/requests/bound.ts';
import { startSimulator } from '../../../src/simulator/start.ts';
import { converged, type Row } from './expect.ts';
import { datesLost, type Transition, wiped } from './measure.ts';
import { runNight, type Way } from './night.ts';
import { withRepeats } from './overlay.ts';
import { portsFor } from './ports.ts';
import type { Series, TrackFacts } from './series.ts';
import { befall, worldOf } from './world.ts';

/** Brings a playlist through all its recorded states in one way, over the socket, and measures each transition at the simulator. */
export async function replay(
  series: Series,
  facts: Readonly<Record<string, TrackFacts>>,
  way: Way,
  overlay: boolean,
): Promise<readonly Transition[]> {
  const states = overlay ? withRepeats(series.states) : series.states;
  const world = worldOf(series, states, facts, overlay);
  const simulator = await startSimulator({ world });
  const { ports, sleepUntil, renew } = await portsFor(simulator);
  const playlist = world.playlists.get(series.id);
  if (playlist === undefined) throw new Error(`no playlist ${series.id}`);
  const transitions: Transition[] = [];
  let known = noFacts;
  try {
    for (const [index, { date, tracks }] of states.entries()) {
      await sleepUntil(Date.parse(`${date}T03:00:00Z`));
      renew();
      if (overlay)
        befall(
          world,
          series.id,
          index,
          states.length,
          playlist.rows.flatMap(({ uri }) => uri?.split(':')[2] ?? []),
        );
      const before: readonly Row[] = structuredClone(playlist.rows);
      simulator.clearLog();
      const target = { name: series.name, tracks, id: series.id as PlaylistId };
      const night = await runNight(target, way, known, ports);
      known = night.catalogue;
      const sent = simulator.log.filter(({ path }) => path !== '/api/token');
      const writes = sent.filter(({ method }) => method !== 'GET');
      const counts = writes.flatMap(({ rowsAfter }) => rowsAfter ?? []);
      // The first state stands there from the start: that night only gets to know the playlist.
      if (index === 0) continue;
      transitions.push({
        converged: converged(world, playlist.rows, tracks, before),
        requests: sent.length,
        writes: writes.length,
        reference: reference(night.before, night.after),
        lowerBound: lowerBound(night.before, night.after),
        onlyReorders: isReorder(night.before, night.after),
        ...datesLost(before, playlist.rows),
        wiped: wiped(counts, before.length, playlist.rows.length, night.rebuilt),
      });
    }
  } finally {
    await simulator.close();
  }
  return transitions;
}

const isReorder = (before: ReturnType<typeof keysOf>, after: ReturnType<typeof keysOf>): boolean =>
  [...before].sort().join() === [...after].sort().join();
