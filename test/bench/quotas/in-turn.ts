import { type Artist, firstNight, type Release } from '../poll/world.ts';

const pageSize = 10;

/**
 * Nights from each release to the look that shows it when everybody is looked at in turn with the same requests a night,
 * a discography costing what it costs at the simulator; those not seen by the end count up to there.
 */
export function delaysInTurn(
  artists: readonly Artist[],
  { nights, measured, budget, mostPast }: { nights: number; measured: number; budget: number; mostPast: number },
): readonly number[] {
  const turn = [...artists];
  const end = firstNight + nights;
  const seenOn = new Map<Release, number>();
  for (let tonight = firstNight; tonight < end; tonight++) {
    let left = budget;
    for (let looked = 0; looked < artists.length; looked++) {
      const [next] = turn;
      if (next === undefined) break;
      const releases = next.releases.filter(({ day }) => day <= tonight);
      const past = releases.filter(({ day }) => day < firstNight).length;
      const listed = releases.length - past + Math.min(past, mostPast);
      const requests = 1 + Math.floor(listed / pageSize);
      if (requests > left) break;
      left -= requests;
      for (const release of releases) if (!seenOn.has(release)) seenOn.set(release, tonight);
      turn.push(...turn.splice(0, 1));
    }
  }
  return delaysOf(artists, seenOn, { end, measured });
}

/** Of the releases of the last `measured` nights. */
export const delaysOf = (
  artists: readonly Artist[],
  seenOn: ReadonlyMap<Release, number>,
  { end, measured }: { readonly end: number; readonly measured: number },
): readonly number[] =>
  artists
    .flatMap(({ releases }) => releases)
    .filter(({ day }) => day >= end - measured && day < end)
    .map((release) => (seenOn.get(release) ?? end) - release.day)
    .sort((one, other) => one - other);
