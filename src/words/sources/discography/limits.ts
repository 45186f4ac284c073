import type { Release } from './walk.ts';

export type Limits = { readonly perArtist: number | null; readonly perRelease: number | null };

/** The tracks of releases in order, never more from one release or by one artist than the limits say. */
export function withinLimits(releases: readonly Release[], { perArtist, perRelease }: Limits): readonly Release[] {
  const taken = new Map<string, number>();
  return releases.map((release) => {
    const left = perArtist === null ? Number.POSITIVE_INFINITY : perArtist - (taken.get(release.artist) ?? 0);
    const tracks = release.tracks.slice(0, Math.min(left, perRelease ?? Number.POSITIVE_INFINITY));
    taken.set(release.artist, (taken.get(release.artist) ?? 0) + tracks.length);
    return { ...release, tracks };
  });
}
