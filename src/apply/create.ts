import type { PlaylistId } from '../domain/ids.ts';
import type { PlaylistPlan } from '../domain/plan.ts';
import type { ListedPlaylist } from '../ports.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { mostTries, settlingAfter, unknownOutcome } from './attempt.ts';
import type { Playlist } from './playlist.ts';

/**
 * Creates the playlist of a plan, marked by the nonce in its description until that is replaced. After a lost answer an
 * owned playlist with the nonce is ours; names are no identity, anybody may have the same.
 */
export async function createPlaylist(plan: PlaylistPlan, playlist: Playlist, nonce: string): Promise<PlaylistId> {
  for (let tries = 1; ; tries++) {
    try {
      return await playlist.send((spotify) =>
        spotify.create({ name: plan.name, description: nonce, public: plan.public }),
      );
    } catch (error) {
      if (unknownOutcome(error) === undefined) throw error;
      await playlist.settle(settlingAfter(tries));
      const [found, ...others] = await ownWith(nonce, playlist);
      if (others.length > 0)
        throw new Failure([problem('apply/orphan', { playlist: plan.name, count: others.length + 1 })], {
          cause: error,
        });
      if (found !== undefined) return found.id;
      if (tries === mostTries) throw error;
    }
  }
}

async function ownWith(nonce: string, playlist: Playlist): Promise<readonly ListedPlaylist[]> {
  const me = await playlist.ask((read) => read.me());
  const found: ListedPlaylist[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const at: number = offset;
    const page = await playlist.ask((read) => read.listing(at));
    found.push(...page.rows.filter(({ owner, description }) => owner === me && description === nonce));
    offset = page.next;
  }
  return found;
}
