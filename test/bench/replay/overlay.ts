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
  if (track.startsWith(shown)) return undefined;
  let at = chance(`oddity ${track}`);
  for (const [oddity, share] of shares) {
    if (at < share) return oddity;
    at -= share;
  }
  return undefined;
}

const shown = '0shown';

/** The id under which a relinked track is shown; nothing is odd about that one. */
export const shownId = (track: string): string =>
  `${shown}${createHash('sha256').update(track).digest('hex')}`.slice(0, 22);

/** Whether a playlist holds what could not be added again; the others can be rebuilt, repeats and relinked tracks and all. */
export const holdsIrreplaceable = (playlist: string): boolean => chance(`holds ${playlist}`) < 0.5;

/** Local files that stand in the playlist from the start: the person put them there, and no rule names them. */
export const locals = (playlist: string): readonly { readonly uri: string; readonly index: number }[] =>
  (holdsIrreplaceable(playlist) ? [0, 1, 2] : []).map((nth) => ({
    uri: `spotify:local:Artist+${nth}:Album:${playlist.slice(-4)}+${nth}:${120 + nth}`,
    index: Math.floor(chance(`local ${playlist} ${nth}`) * 40),
  }));

/**
 * The states with repeats written into them: a track repeats from a drawn day until another. As people edit, copies come
 * and go on days on which other tracks come. Fewer copies go at once than tracks come: with less room no sequence of
 * Spotify's requests drops a copy without leaving the list short for a moment, since a removal takes every copy.
 */
export function withRepeats(states: readonly State[]): readonly State[] {
  let [before, repeating]: [ReadonlySet<string>, ReadonlySet<string>] = [new Set(), new Set()];
  return states.map(({ date, tracks }) => {
    const coming = tracks.filter((track) => !before.has(track)).length;
    const ending = tracks
      .filter((track) => repeating.has(track) && !repeats(track, date))
      .slice(0, Math.max(0, coming - 1));
    const starting = coming > 0 ? tracks.filter((track) => repeats(track, date)) : [];
    const going = tracks.filter((track) => repeating.has(track) && !ending.includes(track));
    repeating = new Set([...going, ...starting]);
    before = new Set(tracks);
    return { date, tracks: tracks.flatMap((track, index) => [track, ...twins(tracks, index, repeating)]) };
  });
}

/** In most months a track that repeats does so. */
const repeats = (track: string, date: string): boolean =>
  oddityOf(track) === 'repeated' && chance(`${track} ${date.slice(0, 7)}`) < 0.6;

/** The copy of a repeating track stands eleven places below it, or last. */
function twins(tracks: readonly string[], index: number, repeating: ReadonlySet<string>): readonly string[] {
  const above = tracks[index - 11];
  const late = index === tracks.length - 1 ? tracks.slice(Math.max(0, index - 10)) : [];
  return [...(above === undefined ? [] : [above]), ...late].filter((track) => repeating.has(track));
}
