import { openStage } from '../nights/stage.ts';
import { type Stand, standOf, startOf } from './stand.ts';
import { firstNight, worldOf } from './world.ts';

export type Nightly = Stand & {
  readonly seed: string;
  readonly artists: number;
  readonly nights: number;
  /** When a night's run begins, milliseconds since 1970; at three when left out. */
  readonly startsAt?: (day: number) => number;
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
  /** When each request was answered, milliseconds since 1970. */
  readonly sent: readonly { readonly bucket: string; readonly atMs: number }[];
};

/** Nights of `sync` in a real repository against the simulator, with artists who go on releasing. */
export async function nightly({
  seed,
  artists,
  nights,
  startsAt = startOf,
  say = () => undefined,
  ...how
}: Nightly): Promise<readonly Seen[]> {
  const { world, files, release } = standOf(worldOf(seed, artists, nights), how);
  const stage = await openStage(world, files);
  const seen: Seen[] = [];
  try {
    for (let day = firstNight; day < firstNight + nights; day++) {
      await stage.sleepUntil(startsAt(day));
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
        sent: asked.map(({ bucket = '', atMs }) => ({ bucket, atMs })),
      });
      say(`${day - firstNight + 1}: ${JSON.stringify(requests)}`);
    }
    return seen;
  } finally {
    await stage.close();
  }
}
