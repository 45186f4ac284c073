import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One playlist's recorded states: ordered track ids, a day each. */
export type Series = { readonly id: string; readonly name: string; readonly states: readonly State[] };
export type State = { readonly date: string; readonly tracks: readonly string[] };

/** What is known of the tracks of all series. */
export type TrackFacts = {
  readonly name: string;
  readonly artists: readonly { readonly id: string; readonly name: string }[];
  readonly album: { readonly id: string; readonly name: string };
  readonly duration_s: number;
};

type Index = { readonly id: string; readonly name: string; readonly file: string };

/** Reads a folder of recorded histories: `index.json`, `series/*.jsonl.gz`, `tracks.json.gz`. */
export function readHistories(folder: string): {
  readonly series: readonly Series[];
  readonly tracks: Readonly<Record<string, TrackFacts>>;
} {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Index[] | { series: Index[] };
  const entries = Array.isArray(index) ? index : index.series;
  const series = entries.map(({ id, name, file }) => ({ id, name, states: statesIn(unzipped(join(folder, file))) }));
  return { series, tracks: JSON.parse(unzipped(join(folder, 'tracks.json.gz'))) as Record<string, TrackFacts> };
}

const unzipped = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

const statesIn = (text: string): readonly State[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as State)
    .map(({ date, tracks }) => ({ date, tracks }));
