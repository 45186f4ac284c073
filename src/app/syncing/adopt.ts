import type { Slug, UserId } from '../../domain/ids.ts';
import type { Control } from '../../domain/portfolio.ts';
import type { Cut } from './cuts.ts';
import type { Listing } from './survey.ts';

/** Playlists that a cut-off run created and could not write down: those of our own that carry its nonce. */
export function adoptCreated(
  control: Control,
  cuts: ReadonlyMap<Slug, Cut>,
  listing: Listing | undefined,
  user: UserId | undefined,
): Control {
  const playlists: Record<string, Control['playlists'][Slug]> = { ...control.playlists };
  for (const [slug, { intent }] of cuts) {
    if (intent.id !== null || playlists[slug] !== undefined) continue;
    const found = [...(listing?.values() ?? [])]
      .filter(({ owner, description }) => owner === user && description === intent.nonce)
      .map(({ id }) => id)
      .sort();
    if (found[0] !== undefined) playlists[slug] = { id: found[0], contact: 'known' };
  }
  // The keys are those of a control, or of rules.
  return { ...control, playlists: playlists as Control['playlists'] };
}
