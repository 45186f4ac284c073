import type { PartialDate } from '../../../domain/item.ts';
import type { Candidate, Without } from '../../word.ts';
import type { Limits } from './limits.ts';
import type { Walked } from './walk.ts';

export type Leaving = Limits & {
  readonly walked: Walked;
  /** How a release of this day is out of the days that are asked for; undefined where it is not. */
  readonly outOf: (released: PartialDate) => string | undefined;
};

/** Why a track by one of the artists is not taken: its release is too old, or others of it or of the artist fill the limit. */
export function withoutIn({ walked, perArtist, perRelease, outOf }: Leaving): (row: Candidate) => Without | undefined {
  const artists = new Set<string | null>(walked.artists);
  return ({ uri, item, album }) => {
    if (item?.kind !== 'track') return undefined;
    const isTheirs = [...item.artists, ...(album?.artists ?? [])].some(({ id }) => id !== null && artists.has(id));
    if (!isTheirs) return { datum: 'by none of the artists', decided: false };
    const released = album?.released ?? null;
    const out = released === null ? undefined : outOf(released);
    if (out !== undefined) return { datum: `released ${released}, ${out}`, decided: true };
    const release = walked.releases.find(({ tracks }) => tracks.some((track) => track === uri));
    if (release === undefined) return { datum: 'not among the releases', decided: false };
    const isCut = perRelease !== null && !release.tracks.slice(0, perRelease).some((track) => track === uri);
    const limit = isCut ? `${perRelease} of this release already` : `${perArtist} by this artist already`;
    return { datum: `released ${release.album.released ?? 'at a date not known'}, ${limit}`, decided: true };
  };
}
