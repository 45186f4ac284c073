import { type AddableUri, isTrackUri } from '../domain/ids.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { ItemWrite } from '../domain/write.ts';
import { Failure } from '../problem/failure.ts';
import { attempt } from './attempt.ts';
import type { Playlist } from './playlist.ts';

/** So many rows that fail alone, and nothing that succeeds: it is not the rows. */
const mostSuspects = 2;
/** How often a row is sent alone that Spotify says it has. */
const mostTriesAlone = 3;

type Add = ItemWrite & { readonly kind: 'add' };

/**
 * A write as it is tried by halves. A replace never is, which would wipe the list: what it would bring in is added at the
 * end.
 */
export const inParts = (write: ItemWrite, standing: readonly RowKey[]): Add =>
  write.kind === 'add' ? write : { kind: 'add', uris: newcomersIn(write, standing), position: standing.length };

/**
 * Which rows of an add Spotify does not have: one of them fails the whole batch, with a 502 that never goes away
 * (`spotify-api.md` 4.5). Halves are added, then halves of those that fail; what can be added stands in the list
 * afterwards. Undefined when nothing can be added at the moment, which says nothing of the rows.
 */
export async function deadIn({ uris, position }: Add, playlist: Playlist): Promise<readonly RowKey[] | undefined> {
  const search = new Search(playlist);
  await search.among(uris, position);
  return search.dead as readonly string[] | undefined as readonly RowKey[] | undefined;
}

/** Rows of a write that do not stand in the list yet: those that do are there, so they are not dead. */
export function newcomersIn(write: ItemWrite, standing: readonly RowKey[]): readonly AddableUri[] {
  if (write.kind !== 'add' && write.kind !== 'replace') return [];
  const known = new Set<string>(standing);
  return [...new Set(write.uris)].filter((uri) => !known.has(uri));
}

class Search {
  readonly #playlist: Playlist;
  /** Spotify says that it does not have them. */
  readonly #missing: AddableUri[] = [];
  /** Spotify says nothing, but does not take them. */
  readonly #suspects: AddableUri[] = [];
  #succeeded = false;

  constructor(playlist: Playlist) {
    this.#playlist = playlist;
  }

  get dead(): readonly AddableUri[] | undefined {
    if (this.#succeeded) return [...this.#missing, ...this.#suspects];
    // Where nothing at all is taken, being refused proves nothing.
    return this.#missing.length === 0 && this.#suspects.length > 0 ? undefined : this.#missing;
  }

  /** Adds what can be added of these, which failed together. Answers how many that are. */
  async among(uris: readonly AddableUri[], position: number): Promise<number> {
    const [first, ...others] = uris;
    if (first === undefined || this.#isVain()) return 0;
    if (others.length === 0) return (await this.#isAddedAlone(first, position)) ? 1 : 0;
    const half = Math.ceil(uris.length / 2);
    const added = await this.#add(uris.slice(0, half), position);
    return added + (await this.#add(uris.slice(half), position + added));
  }

  async #add(uris: readonly AddableUri[], position: number): Promise<number> {
    if (this.#isVain()) return 0;
    return (await this.#isAdded(uris, position)) ? uris.length : this.among(uris, position);
  }

  async #isAddedAlone(uri: AddableUri, position: number): Promise<boolean> {
    if (await this.#isMissing(uri)) {
      this.#missing.push(uri);
      return false;
    }
    for (let tries = 1; tries <= mostTriesAlone; tries++) if (await this.#isAdded([uri], position, tries)) return true;
    this.#suspects.push(uri);
    return false;
  }

  async #isAdded(uris: readonly AddableUri[], position: number, tries = 1): Promise<boolean> {
    const isAdded = (await attempt(this.#playlist, { kind: 'add', uris, position }, tries)) === 'done';
    this.#succeeded ||= isAdded;
    return isAdded;
  }

  #isVain(): boolean {
    return !this.#succeeded && this.#suspects.length >= mostSuspects;
  }

  async #isMissing(uri: AddableUri): Promise<boolean> {
    if (!isTrackUri(uri)) return false;
    try {
      await this.#playlist.ask((read) => read.track(uri));
      return false;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return error.problems[0].code === 'spotify/not-found';
    }
  }
}
