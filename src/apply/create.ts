import type { PlaylistId } from '../domain/ids.ts';
import type { PlaylistPlan } from '../domain/plan.ts';
import { readListing } from '../gather/listing.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { mostTries, refusalIn, settlingAfter, unknownOutcome } from './attempt.ts';
import type { Playlist } from './playlist.ts';

type Created = { readonly id: PlaylistId; readonly problems: readonly Problem[] };

/**
 * Creates the playlist of a plan, marked by the nonce in its description until that is replaced. After a lost answer an
 * owned playlist with the nonce is ours; names are no identity, anybody may have the same. Of several, one is used and
 * the others are reported: they are empty, and the next night would not know them.
 */
export async function createPlaylist(plan: PlaylistPlan, playlist: Playlist, nonce: string): Promise<Created> {
  for (let tries = 1; ; tries++) {
    const created = await tryCreate(plan, playlist, nonce);
    if (typeof created === 'string') {
      // What was created before it may show only now.
      const found = tries === 1 ? [] : (await ownWith(nonce, playlist)).found;
      return among(found, created, plan);
    }
    await playlist.settle(settlingAfter(tries));
    const { found, isWhole } = await ownWith(nonce, playlist);
    const [first] = found;
    if (first !== undefined) return among(found, first, plan);
    // Not listed is not there only in a whole listing: another one might be the second.
    if (!isWhole) throw created;
    if (tries === mostTries) throw refusalIn(created) ?? created;
  }
}

/** The one that is used, of all that were found; the others are reported. */
function among(found: readonly PlaylistId[], id: PlaylistId, { name }: PlaylistPlan): Created {
  const count = found.filter((other) => other !== id).length;
  return { id, problems: count === 0 ? [] : [problem('apply/orphan', { playlist: name, count })] };
}

/** The id, or the failure after which it is not known whether there is one. */
async function tryCreate(
  { name, public: isPublic }: PlaylistPlan,
  playlist: Playlist,
  nonce: string,
): Promise<PlaylistId | Failure> {
  try {
    return await playlist.send((spotify) => spotify.create({ name, description: nonce, public: isPublic }));
  } catch (error) {
    if (error instanceof Failure && unknownOutcome(error) !== undefined) return error;
    throw error;
  }
}

async function ownWith(nonce: string, playlist: Playlist) {
  const me = await playlist.ask((read) => read.me());
  const { playlists, isWhole } = await readListing((offset) => playlist.ask((read) => read.listing(offset)));
  const own = playlists.filter(({ owner, description }) => owner === me && description === nonce);
  return { found: own.map(({ id }) => id), isWhole };
}
