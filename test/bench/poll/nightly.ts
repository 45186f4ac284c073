import { openStage } from '../nights/stage.ts';
import { type Budget, standOf, startOf } from './stand.ts';
import { firstNight, worldOf } from './world.ts';

export type Nightly = {
  readonly seed: string;
  readonly artists: number;
  readonly nights: number;
  readonly budget: Budget;
  readonly say?: (text: string) => void;
};

/** One night as Spotify saw it. */
export type Seen = {
  /** Requests by bucket, whatever the answer was. */
  readonly requests: Readonly<Record<string, number>>;
  readonly refused: number;
  /** The artists whose discographies were asked for, and the albums that were opened. */
  readonly artists: readonly string[];
  readonly albums: readonly string[];
  readonly problems: readonly string[];
};

/** Nights of `sync` in a real repository against the simulator, with artists who go on releasing. */
export async function nightly({
  seed,
  artists,
  nights,
  budget,
  say = () => undefined,
}: Nightly): Promise<readonly Seen[]> {
  const { world, files, release } = standOf(worldOf(seed, artists, nights), budget);
  const stage = await openStage(world, files);
  const seen: Seen[] = [];
  try {
    for (let day = firstNight; day < firstNight + nights; day++) {
      await stage.sleepUntil(startOf(day));
      release(day);
      const { problems } = await stage.sync();
      const asked = stage.log.filter(({ bucket }) => bucket !== undefined);
      const named = (pattern: RegExp): readonly string[] =>
        asked.flatMap(({ method, path }) => (method === 'GET' ? (pattern.exec(path)?.[1] ?? []) : []));
      const requests = Object.fromEntries(
        [...Map.groupBy(asked, ({ bucket }) => bucket)].map(([bucket, those]) => [bucket ?? '', those.length] as const),
      );
      seen.push({
        requests,
        refused: asked.filter(({ status }) => status === 429).length,
        artists: [...new Set(named(/^\/artists\/([^/]+)\/albums$/))],
        albums: named(/^\/albums\/([^/]+)$/),
        problems: problems.map(({ code }) => code),
      });
      say(`${day - firstNight + 1}: ${JSON.stringify(requests)}`);
    }
    return seen;
  } finally {
    await stage.close();
  }
}
