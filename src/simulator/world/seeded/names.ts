import type { Random } from './random.ts';
import { adjectives, nouns, oddArtists, oddTitles, places } from './words.ts';

/** The odd ones come first, so that even a small world has them. */
export function artistName(random: Random, index: number): string {
  const odd = index % 3 === 1 ? oddArtists[(index - 1) / 3] : undefined;
  if (odd !== undefined) return odd;
  const [adjective, noun] = [random.pick(adjectives), random.pick(nouns)];
  return random.pick([
    `The ${adjective} ${noun}s`,
    `${adjective} ${noun}`,
    `DJ ${noun}`,
    `${noun} & ${random.pick(nouns)}`,
  ]);
}

export function title(random: Random): string {
  if (random.chance(0.05)) return random.pick(oddTitles);
  const [adjective, noun] = [random.pick(adjectives), random.pick(nouns)];
  return random.pick([
    `${adjective} ${noun}`,
    noun,
    `${noun} of ${random.pick(nouns)}s`,
    `The ${adjective}`,
    `${noun} II`,
  ]);
}

/** Another take of the same song: another recording with a name that says so. */
export const versionName = (random: Random, name: string): string =>
  random.pick([
    `${name} (${random.pick(nouns)} Remix)`,
    `${name} - ${random.pick(adjectives)} Mix`,
    `${name} - Live at ${random.pick(places)}`,
    `${name} (Live)`,
    `${name} - Acoustic`,
    `${name} - Radio Edit`,
    `${name} - Instrumental`,
  ]);

export const albumName = (random: Random): string =>
  random.chance(0.15) ? `${title(random)} (Deluxe Edition)` : title(random);
