import type { Facts } from '../domain/facts.ts';
import { isTrackUri } from '../domain/ids.ts';
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
  facts: Facts,
): readonly ItemWrite[] {
  if (!writes.some(({ kind }) => kind === 'remove')) return writes;
  const known = new KnownIds(facts);
  return writes.flatMap((write): readonly ItemWrite[] => {
    if (write.kind !== 'remove') return [write];
    const others = write.uris.flatMap((key) => known.idsLike(key)).filter((key) => !listed.has(key));
    const uris = [...new Set([...write.uris, ...others])];
    return uris.length === write.uris.length ? [write] : split(uris);
  });
}

const split = (uris: readonly RowKey[]): readonly ItemWrite[] =>
  Array.from({ length: Math.ceil(uris.length / mostRowsAWrite) }, (_, part) => ({
    kind: 'remove',
    uris: uris.slice(part * mostRowsAWrite, (part + 1) * mostRowsAWrite),
  }));

/** Which ids were ever seen for the same recording. */
class KnownIds {
  readonly #facts: Facts;
  readonly #byIsrc: ReadonlyMap<string, readonly RowKey[]>;
  readonly #askedFor = new Map<string, RowKey[]>();

  constructor(facts: Facts) {
    this.#facts = facts;
    const tracks = [...entriesOf(facts.items)].flatMap(([uri, item]) =>
      item.kind === 'track' && item.isrc !== null ? [{ key: uri as string as RowKey, isrc: item.isrc }] : [],
    );
    const byIsrc = Map.groupBy(tracks, ({ isrc }) => isrc);
    this.#byIsrc = new Map([...byIsrc].map(([isrc, same]) => [isrc, same.map(({ key }) => key)]));
    for (const { need, answer } of Object.values(facts.answers)) {
      if (need.kind !== 'track' || answer.state !== 'whole') continue;
      const shown = answer.found as string;
      this.#askedFor.set(shown, [...(this.#askedFor.get(shown) ?? []), need.uri as string as RowKey]);
    }
  }

  idsLike(key: RowKey): readonly RowKey[] {
    const item = isTrackUri(key) ? this.#facts.items.get(key) : undefined;
    const sameIsrc = item?.kind === 'track' && item.isrc !== null ? (this.#byIsrc.get(item.isrc) ?? []) : [];
    return [...(this.#askedFor.get(key) ?? []), ...sameIsrc];
  }
}
