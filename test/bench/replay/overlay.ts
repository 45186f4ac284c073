import { createHash } from 'node:crypto';
import type { State } from './series.ts';

/** What the recorded lists lack and real ones have; drawn from the seed and the ids alone, so that every run draws the same. */
export type Oddity = 'repeated' | 'relinked' | 'unplayable' | 'gone';

/** A number from 0 to 1 that only depends on the text. */
export const chance = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) / 0x1_0000_0000;

const shares: readonly (readonly [Oddity, number])[] = [
  ['repeated', 0.06],
  ['relinked', 0.06],
  ['unplayable', 0.01],
  ['gone', 0.01],
];

const drawn = new Map<string, Oddity | undefined>();

/** What is odd about a track, for good. */
export function oddityOf(track: string): Oddity | undefined {
  if (!drawn.has(track)) drawn.set(track, draw(track));
  return drawn.get(track);
}

function draw(track: string): Oddity | undefined {
  let at = chance(`oddity ${track}`);
  for (const [oddity, share] of shares) {
    if (at < share) return oddity;
    at -= share;
  }
  return undefined;
}

/** The id under which a relinked track is shown. */
export const shownId = (track: string): string =>
  BigInt(`0x${createHash('sha256').update(`shown ${track}`).digest('hex')}`)
    .toString(36)
    .padStart(22, '0')
    .slice(0, 22);

/** Local files that stand in the playlist from the start: the person put them there, and no rule names them. */
export const locals = (playlist: string): readonly { readonly uri: string; readonly index: number }[] =>
  [0, 1, 2].map((nth) => ({
    uri: `spotify:local:Artist+${nth}:Album:${playlist.slice(-4)}+${nth}:${120 + nth}`,
    index: Math.floor(chance(`local ${playlist} ${nth}`) * 40),
  }));

/**
 * The states with repeats written into them. A track that repeats does so only at times, so that copies come and go while
 * their twins stay. As people edit, copies come and go on days on which other tracks come.
 */
export function withRepeats(states: readonly State[]): readonly State[] {
  let [before, repeating]: [ReadonlySet<string>, ReadonlySet<string>] = [new Set(), new Set()];
  return states.map(({ date, tracks }) => {
    const comes = tracks.some((track) => !before.has(track));
    repeating = new Set(tracks.filter((track) => (comes ? repeats(track, date) : repeating.has(track))));
    before = new Set(tracks);
    return { date, tracks: tracks.flatMap((track, index) => [track, ...twins(tracks, index, repeating)]) };
  });
}

const repeats = (track: string, date: string): boolean =>
  oddityOf(track) === 'repeated' && chance(`${track} ${date}`) < 0.6;

/** The copy of a repeating track stands eleven places below it, or last. */
function twins(tracks: readonly string[], index: number, repeating: ReadonlySet<string>): readonly string[] {
  const above = tracks[index - 11];
  const late = index === tracks.length - 1 ? tracks.slice(Math.max(0, index - 10)) : [];
  return [...(above === undefined ? [] : [above]), ...late].filter((track) => repeating.has(track));
}
