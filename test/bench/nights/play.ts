import { readAccounts } from '../../../src/app/ledger.ts';
import type { AccountName } from '../../../src/domain/ids.ts';
import { changed, instant } from '../../../src/simulator/world/edit.ts';
import type { World } from '../../../src/simulator/world/world.ts';
import type { Series, TrackFacts } from '../replay/series.ts';
import { judge, transitionsOf, type Verdict } from './expect.ts';
import { firstFiles, type Hand, rulePath, ruleText } from './rules.ts';
import { openStage } from './stage.ts';
import { uriOf, worldOf } from './world.ts';

export type Played = Verdict & {
  readonly nights: number;
  readonly transitions: number;
  readonly entries: number;
  readonly exits: number;
  readonly seconds: number;
  readonly secondsOfLastNight: number;
};

const account = 'owner' as AccountName;
const startOfRun = (date: string): number => Date.parse(`${date}T03:17:00Z`);

/** All histories side by side in one repository: each date on which any of them has a state is a night. */
export async function play(
  series: readonly Series[],
  facts: Readonly<Record<string, TrackFacts>>,
  by: Hand,
  say: (text: string) => void,
): Promise<Played> {
  const dates = [...new Set(series.flatMap(({ states }) => states.map(({ date }) => date)))].sort();
  const started = performance.now();
  const stage = await openStage(worldOf(series, facts, startOfRun(dates[0] ?? '')), firstFiles(series, by));
  let lastNight = 0;
  try {
    for (const [index, date] of dates.entries()) {
      await stage.sleepUntil(startOfRun(date));
      const due = series.flatMap((one) =>
        one.states.filter((state) => state.date === date).map((state) => ({ one, state })),
      );
      if (by === 'hand') for (const { one, state } of due) edit(stage.world, one.id, state.tracks);
      else
        await stage.commit(
          `Rules of ${date}`,
          Object.fromEntries(due.map(({ one, state }) => [rulePath(one), ruleText(one, state.tracks, by)])),
        );
      const begun = performance.now();
      // What is looked at is the ledger.
      await stage.sync({ reports: false });
      lastNight = performance.now() - begun;
      if (index % 50 === 0) say(`${by}: night ${index + 1} of ${dates.length}, ${Math.round(lastNight)} ms`);
    }
    const ledger = (await readAccounts(stage.ports.files, [account])).get(account);
    const transitions = series.flatMap(transitionsOf);
    const bodies = (ledger?.audit ?? []).flatMap((line) => ('body' in line ? line.body : []));
    return {
      ...judge(transitions, ledger?.history ?? [], bodies, by),
      nights: dates.length,
      transitions: transitions.length,
      entries: transitions.reduce((sum, { entered }) => sum + entered.length, 0),
      exits: transitions.reduce((sum, { left }) => sum + left.length, 0),
      seconds: Math.round((performance.now() - started) / 1000),
      secondsOfLastNight: Math.round(lastNight / 100) / 10,
    };
  } finally {
    await stage.close();
  }
}

/** The owner edits in the app: rows that stay keep the moment at which they came in. */
function edit(world: World, id: string, tracks: readonly string[]): void {
  const playlist = world.playlists.get(id);
  if (playlist === undefined) throw new Error(`no playlist ${id}`);
  const known = Map.groupBy(playlist.rows, ({ uri }) => uri);
  const rows = tracks.map((track) => {
    const uri = uriOf(track);
    return known.get(uri)?.shift() ?? { uri, addedAt: instant(world.nowMs), addedBy: 'owner' };
  });
  if (rows.map(({ uri }) => uri).join() === playlist.rows.map(({ uri }) => uri).join()) return;
  playlist.rows = rows;
  changed(world, playlist);
}
