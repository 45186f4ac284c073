import type { Polling } from '../../../src/gather/poll/poll.ts';
import type { Watched } from '../../../src/gather/poll/watched.ts';
import { type Artist, firstNight, type Release } from './world.ts';

/** Whom to look at on a night. */
export type Poller = (polling: Polling) => readonly Watched[];

export type Nights = {
  readonly nights: number;
  readonly budget: number;
  /** `cold`: nobody was ever looked at. `warm`: everybody was once, in the nights before that this takes. */
  readonly start: 'cold' | 'warm';
};

export type Played = {
  /** Nights from each release to the look that shows it, in order; those not seen by the end count up to there. */
  readonly delays: readonly number[];
  readonly unseen: number;
  /** The most nights that anyone waited for a look. */
  readonly worstGap: number;
  /** The most requests of a night. */
  readonly mostRequests: number;
};

/** Nights of looks at these artists. The poller is told what looks have shown it, and nothing else of the world. */
export function play(world: readonly Artist[], poller: Poller, { nights, budget, start }: Nights): Played {
  const runIn = start === 'warm' ? Math.ceil(world.length / budget) : 0;
  const known = new Map(world.map((artist) => [artist.id, unseen(artist)]));
  const artists = new Map(world.map((artist) => [artist.id, artist]));
  const seenOn = new Map<Release, number>();
  const end = firstNight + nights;
  let [worstGap, mostRequests] = [0, 0];
  const waited = (day: number, { looked }: Watched): void => {
    worstGap = Math.max(worstGap, day - (looked ?? firstNight - runIn - 1));
  };
  for (let tonight = firstNight - runIn; tonight < end; tonight++) {
    const chosen = poller({ watched: [...known.values()], tonight, budget });
    mostRequests = Math.max(
      mostRequests,
      chosen.reduce((sum, { requests }) => sum + requests, 0),
    );
    for (const one of chosen) {
      waited(tonight, one);
      const releases = (artists.get(one.id)?.releases ?? []).filter(({ day }) => day <= tonight);
      for (const release of releases) if (!seenOn.has(release)) seenOn.set(release, tonight);
      known.set(one.id, { ...one, looked: tonight, releases });
    }
  }
  for (const one of known.values()) waited(end - 1, one);
  const meant = world.flatMap(({ releases }) => releases).filter(({ day }) => day >= firstNight && day < end);
  const delays = meant.map((release) => (seenOn.get(release) ?? end) - release.day);
  return {
    delays: delays.sort((one, other) => one - other),
    unseen: meant.filter((release) => !seenOn.has(release)).length,
    worstGap,
    mostRequests,
  };
}

const unseen = ({ id }: Artist): Watched => ({ id, looked: null, requests: 1, releases: [] });

/** Whoever was looked at longest ago, as many as the budget allows. */
export const roundRobin: Poller = ({ watched, budget }) =>
  [...watched]
    .sort((one, other) => (one.looked ?? 0) - (other.looked ?? 0) || (one.id < other.id ? -1 : 1))
    .slice(0, budget);
