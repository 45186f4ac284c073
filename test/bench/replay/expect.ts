import type { World } from '../../../src/simulator/world/world.ts';
import { oddityOf, shownId } from './overlay.ts';

export type Row = { readonly uri: string | null; readonly addedAt: string };

/** Whether the stored rows are the rule's, item for item, and everything irreplaceable is still there; judged by the simulator's own rows alone. */
export function converged(
  world: World,
  rows: readonly Row[],
  wanted: readonly string[],
  before: readonly Row[],
): boolean {
  // The rule names a relinked track by the one id, the list may store the other.
  const written = new Map(wanted.filter((id) => oddityOf(id) === 'relinked').map((id) => [shownId(id), id]));
  const isDead = (id: string): boolean => world.tracks.get(id)?.dead === true;
  const target = wanted.filter((id) => !isDead(id));
  const named = new Set(target);
  const kept = rows.flatMap(({ uri }) => {
    const stored = idOf(uri);
    const id = stored === undefined ? undefined : (written.get(stored) ?? stored);
    if (id === undefined || isDead(id)) return [];
    return isUnplayable(world, id) && !named.has(id) ? [] : [id];
  });
  const irreplaceable = (list: readonly Row[]) =>
    list
      .map(({ uri }) => uri)
      .filter((uri) => isIrreplaceable(world, uri))
      .map(String)
      .sort()
      .join();
  const lost = irreplaceable(before.filter(({ uri }) => isIrreplaceable(world, uri)));
  const still = irreplaceable(rows);
  return kept.join() === target.join() && containsAll(still.split(','), lost.split(','));
}

function containsAll(these: readonly string[], others: readonly string[]): boolean {
  const left = [...these];
  return others.every((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

const idOf = (uri: string | null): string | undefined =>
  uri?.startsWith('spotify:track:') ? uri.slice('spotify:track:'.length) : undefined;

const isUnplayable = (world: World, id: string): boolean => world.tracks.get(id)?.playableIn?.length === 0;

function isIrreplaceable(world: World, uri: string | null): boolean {
  if (uri === null || uri.startsWith('spotify:local:')) return true;
  const id = idOf(uri);
  return id !== undefined && (world.tracks.get(id)?.dead === true || isUnplayable(world, id));
}
