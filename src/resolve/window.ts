import type { Answer, Facts } from '../domain/facts.ts';
import type { AccountName, AddableUri, AlbumId, PlaylistId, Slug, TrackUri } from '../domain/ids.ts';
import { isTrackUri } from '../domain/ids.ts';
import type { Album, Item } from '../domain/item.ts';
import type { List } from '../domain/list.ts';
import { type Need, type NeedKind, type NeedOf, needKey } from '../domain/need.ts';
import type { Pasts, RowPast, RowPasts } from '../domain/past.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { Hands } from '../domain/portfolio.ts';
import { type Quarantined, triedAgainOn } from '../domain/quarantine.ts';
import type { Asking } from '../words/word.ts';

/** What a night's plan knows, the same for every rule. */
export type Known = {
  readonly night: string;
  readonly timezone: string;
  readonly nowMs: number;
  readonly facts: Facts;
  readonly lists: ReadonlyMap<string, List>;
  /** What the rules that were resolved before came to; undefined where that is not known. */
  readonly outcomes: ReadonlyMap<Slug, readonly AddableUri[] | undefined>;
  readonly playlistOf: (slug: Slug) => { readonly account: AccountName; readonly id: PlaylistId } | undefined;
  /** What people did by hand to each rule's playlist; nothing where it is left out. */
  readonly hands?: ReadonlyMap<Slug, Hands>;
  /** What Spotify refused to add for the rule's account; nothing where it is left out. */
  readonly quarantined?: Quarantined;
  /** The history of each rule's playlist; nothing where it is left out. */
  readonly pasts?: Pasts;
};

/** The window of one rule on what is known. It remembers what was asked for: lacking, wished, and used. */
export class Window implements Asking {
  readonly account: AccountName;
  readonly night: string;
  readonly timezone: string;
  readonly nowMs: number;
  readonly past: (key: RowKey) => RowPast | undefined;
  readonly #known: Known;
  readonly #needs = new Map<string, Need>();
  readonly #wishes = new Map<string, Need>();
  readonly #used = new Set<string>();

  constructor(account: AccountName, known: Known, slug: Slug) {
    this.account = account;
    this.night = known.night;
    this.timezone = known.timezone;
    this.nowMs = known.nowMs;
    this.#known = known;
    let own: RowPasts | undefined;
    this.past = (key) => {
      own ??= known.pasts?.get(slug);
      return own?.get(key);
    };
  }

  get needs(): readonly Need[] {
    return [...this.#needs.values()];
  }

  get wishes(): readonly Need[] {
    return [...this.#wishes.values()];
  }

  /** The keys of all answers that were looked at. */
  get used(): readonly string[] {
    return [...this.#used].sort();
  }

  answer<K extends NeedKind>(need: NeedOf<K>): Answer<K> | undefined {
    return this.#lookUp<K>(need, this.#needs);
  }

  wish<K extends NeedKind>(need: NeedOf<K>): Answer<K> | undefined {
    return this.#lookUp<K>(need, this.#wishes);
  }

  item(uri: string): Item | undefined {
    const { items } = this.#known.facts;
    const known = items.get(uri as AddableUri);
    if (known !== undefined || !isTrackUri(uri)) return known;
    return items.get(this.shown(uri));
  }

  album(id: string): Album | undefined {
    return this.#known.facts.albums.get(id as AlbumId);
  }

  list(path: string): List | undefined {
    return this.#known.lists.get(path);
  }

  outcome(slug: Slug): readonly AddableUri[] | undefined {
    return this.#known.outcomes.get(slug);
  }

  playlistOf(slug: Slug): { readonly account: AccountName; readonly id: PlaylistId } | undefined {
    return this.#known.playlistOf(slug);
  }

  /** The URI under which Spotify shows a track to this account, as far as that was read; else the URI itself. */
  shown(uri: TrackUri): TrackUri {
    const answer = this.#track(uri);
    if (answer?.state === 'whole') return answer.found;
    // Facts of an earlier night stand under the id that was asked for and name the one that was shown.
    const known = this.#known.facts.items.get(uri);
    return known?.kind === 'track' ? known.uri : uri;
  }

  /** Whether Spotify said that it has no such track. */
  isDead(uri: TrackUri): boolean {
    const answer = this.#track(uri);
    return answer?.state === 'none' && answer.absence === 'missing';
  }

  /** Since when a track is not tried again, because Spotify refused it; undefined when it may be. */
  refusedSince(uri: string): string | undefined {
    const since = this.#known.quarantined?.[uri];
    return since === undefined || triedAgainOn(since) <= this.night ? undefined : since;
  }

  #track(uri: TrackUri): Answer<'track'> | undefined {
    const key = needKey({ account: this.account, kind: 'track', uri });
    return this.#known.facts.answers[key]?.answer as Answer<'track'> | undefined;
  }

  #lookUp<K extends NeedKind>(need: NeedOf<K>, lacking: Map<string, Need>): Answer<K> | undefined {
    const key = needKey(need);
    const known = this.#known.facts.answers[key];
    this.#used.add(key);
    if (known === undefined) lacking.set(key, need);
    // Sound: `needKey` is different for different kinds, so the answer under it is of the need's kind.
    return known?.answer as Answer<K> | undefined;
  }
}
