import type { Facts } from '../domain/facts.ts';
import { type AddableUri, isTrackUri } from '../domain/ids.ts';
import { fnv1a } from '../domain/known/fnv1a.ts';
import { entriesOf } from '../domain/known/lookup.ts';
import type { RowKey } from '../domain/playlist.ts';
import { type ItemWrite, mostRowsAWrite } from '../domain/write.ts';

/**
 * The removals with every id under which a leaving row may be stored: Spotify shows a relinked track under another id
 * than it stores, and only the stored one removes it (`spotify-api.md` 4.12). An id that is not in the list does nothing,
 * so all known ids of the same ISRC go along, but never one that stands in the list for itself.
 */
export function withStoredIds(
  writes: readonly ItemWrite[],
  listed: ReadonlySet<RowKey>,
  aliases: Aliases,
): readonly ItemWrite[] {
  return writes.flatMap((write): readonly ItemWrite[] => {
    if (write.kind !== 'remove') return [write];
    const others = write.uris.flatMap((key) => aliases.of(key)).filter((key) => !listed.has(key));
    const uris = [...new Set([...write.uris, ...others])];
    return uris.length === write.uris.length ? [write] : split(uris);
  });
}

const split = (uris: readonly RowKey[]): readonly ItemWrite[] =>
  Array.from({ length: Math.ceil(uris.length / mostRowsAWrite) }, (_, part) => ({
    kind: 'remove',
    uris: uris.slice(part * mostRowsAWrite, (part + 1) * mostRowsAWrite),
  }));

/** Which ids were ever seen for the same recording. Looks through all that is known at the first question, and then never again. */
export class Aliases {
  readonly #facts: Facts;
  #byIsrc: ReadonlyMap<string, readonly RowKey[]> | undefined;
  #askedFor: ReadonlyMap<string, readonly RowKey[]> | undefined;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Other ids of what stands under this one; it may be among them. */
  of(key: RowKey): readonly RowKey[] {
    this.#byIsrc ??= idsByIsrc(this.#facts);
    this.#askedFor ??= idsByShown(this.#facts);
    const isrc = isTrackUri(key) ? isrcOf(this.#facts, key) : null;
    return [...(this.#askedFor.get(key) ?? []), ...(isrc === null ? [] : (this.#byIsrc.get(isrc) ?? []))];
  }
}

/** The ids of ISRCs that stand under several, and of a few others. */
function idsByIsrc(facts: Facts): ReadonlyMap<string, readonly RowKey[]> {
  // Most ISRCs stand under one id, and noting all of a hundred thousand would take 12 MB: so first, which may stand under more.
  const [once, twice] = [new Uint8Array(slots), new Uint8Array(slots)];
  for (const { isrc } of isrcsIn(facts)) {
    const slot = fnv1a(isrc) % slots;
    if (once[slot] === 1) twice[slot] = 1;
    once[slot] = 1;
  }
  const ids = new Map<string, RowKey[]>();
  for (const { key, isrc } of isrcsIn(facts)) {
    if (twice[fnv1a(isrc) % slots] === 0) continue;
    const same = ids.get(isrc);
    if (same === undefined) ids.set(isrc, [key]);
    else same.push(key);
  }
  return ids;
}

/** A byte each, while it is counted. */
const slots = 1 << 20;

function* isrcsIn(facts: Facts): Iterable<{ readonly key: RowKey; readonly isrc: string }> {
  for (const [uri, item] of entriesOf(facts.items))
    if (item.kind === 'track' && item.isrc !== null) yield { key: uri as string as RowKey, isrc: item.isrc };
}

function isrcOf({ items }: Facts, key: AddableUri): string | null {
  const item = items.get(key);
  return item?.kind === 'track' ? item.isrc : null;
}

/** By the id that Spotify shows, those under which it was asked for. */
function idsByShown({ answers }: Facts): ReadonlyMap<string, readonly RowKey[]> {
  const asked = Object.values(answers).flatMap(({ need, answer }) =>
    need.kind === 'track' && answer.state === 'whole' ? [{ shown: answer.found as string, key: need.uri }] : [],
  );
  const byShown = Map.groupBy(asked, ({ shown }) => shown);
  return new Map([...byShown].map(([shown, same]) => [shown, same.map(({ key }) => key as string as RowKey)]));
}
