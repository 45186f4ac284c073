import { type AddableUri, isTrackUri } from '../domain/ids.ts';
import type { RowKey } from '../domain/playlist.ts';
import { readsOf } from '../domain/price.ts';
import type { ItemWrite } from '../domain/write.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
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

export type Found = {
  /** Undefined when nothing can be added at the moment, which says nothing of the rows. */
  readonly dead: readonly RowKey[] | undefined;
  /** What ended the search before every row was tried; undefined when nothing did. */
  readonly endedBy: unknown;
};

/**
 * Which rows of an add Spotify does not have: one of them fails the whole batch, with a 502 that never goes away
 * (`spotify-api.md` 4.5). Halves are added, then halves of those that fail; what can be added stands in the list
 * afterwards. It is announced with what was found, stretch by stretch, and takes only what nobody else needs.
 */
export async function deadIn(
  { uris, position }: Add,
  playlist: Playlist,
  announce: (dead: readonly RowKey[]) => Promise<void>,
): Promise<Found> {
  const search = new Search(playlist, announce);
  try {
    await search.among(uris, position);
    return { dead: search.dead, endedBy: undefined };
  } catch (error) {
    return { dead: search.dead, endedBy: error };
  }
}

/** So many requests of a search are announced at once, at most. */
export const stretch = 25;

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
  #requests = 0;
  readonly #announce: (dead: readonly RowKey[]) => Promise<void>;

  constructor(playlist: Playlist, announce: (dead: readonly RowKey[]) => Promise<void>) {
    this.#playlist = playlist;
    this.#announce = announce;
  }

  get dead(): readonly RowKey[] | undefined {
    const missing = asKeys(this.#missing);
    if (this.#succeeded) return [...missing, ...asKeys(this.#suspects)];
    // Where nothing at all is taken, being refused proves nothing.
    return missing.length === 0 && this.#suspects.length > 0 ? undefined : missing;
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
    await this.#next('writes', uris.length);
    const isAdded = (await attempt(this.#playlist, { kind: 'add', uris, position }, tries)) === 'done';
    this.#succeeded ||= isAdded;
    return isAdded;
  }

  /** Makes sure of one more request: ends the search where others need what is left, announces what comes next. */
  async #next(bucket: 'writes' | 'tracks', adding: number): Promise<void> {
    const { plan, rows } = this.#playlist;
    const spare = this.#playlist.spare();
    const reads = bucket === 'writes' ? readsOf(rows.length + adding) : 0;
    const short = spare[bucket] < 1 ? bucket : spare.playlist_reads < reads ? 'playlist_reads' : undefined;
    if (short !== undefined)
      throw new Failure([problem('apply/search-unfinished', { playlist: plan.name, bucket: short })]);
    if (this.#requests % stretch === 0) await this.#announce(this.dead ?? []);
    this.#requests += 1;
  }

  #isVain(): boolean {
    return !this.#succeeded && this.#suspects.length >= mostSuspects;
  }

  async #isMissing(uri: AddableUri): Promise<boolean> {
    if (!isTrackUri(uri)) return false;
    await this.#next('tracks', 0);
    try {
      await this.#playlist.ask((read) => read.track(uri));
      return false;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return error.problems[0].code === 'spotify/not-found';
    }
  }
}

/** URIs are the keys of their rows. */
const asKeys = (uris: readonly AddableUri[]): readonly RowKey[] => uris as readonly string[] as readonly RowKey[];
