import type { Asking, Sourced } from '../../word.ts';
import type { Release } from './walk.ts';

/** The tracks of releases as a source gives them: `released 2026-11-20 by Mariya Takeuchi on "Plastic Love"`. */
export const entriesOf = (releases: readonly Release[], asking: Asking): Sourced['entries'] =>
  releases.flatMap((release) => {
    const datum = datumOf(release, asking);
    return release.tracks.map((uri) => ({ uri, addedAt: null, datum }));
  });

function datumOf({ album, artist, tracks }: Release, asking: Asking): string {
  const [first] = tracks;
  const item = first === undefined ? undefined : asking.item(first);
  const credited = [...album.artists, ...(item?.kind === 'track' ? item.artists : [])];
  const name = credited.find(({ id }) => id === artist)?.name ?? artist;
  return `released ${album.released ?? 'at a date not known'} by ${name} on "${album.title}"`;
}
