import type { Static, TSchema } from 'typebox';
import type { Answer } from '../domain/facts.ts';
import type { AccountName, AddableUri, LocalUri, PlaylistId, Slug } from '../domain/ids.ts';
import type { Album, Item } from '../domain/item.ts';
import type { List } from '../domain/list.ts';
import type { NeedKind, NeedOf } from '../domain/need.ts';
import type { RowPast } from '../domain/past.ts';
import type { Place } from '../domain/place.ts';
import type { Instant, RowKey } from '../domain/playlist.ts';
import type { Scope } from '../domain/scope.ts';
import type { Why } from '../domain/why.ts';
import type { Problem } from '../problem/problem.ts';

/** What every word says of itself; the README, the JSON Schema and the editor's hover text read it. */
export type Described = {
  readonly key: string;
  /** One sentence: what it does. */
  readonly summary: string;
  /** A YAML fragment that a curator could paste. */
  readonly example: string;
  /** Of the written form, short forms included. */
  readonly schema: TSchema;
  /** Parts that the schema names as `#/$defs/NAME`: they stand under `$defs` of the whole schema that it becomes part of. */
  readonly definitions?: { readonly [name: string]: TSchema };
};

type Path = readonly (string | number)[];

/** How a word reads its value: the places of its parts, and where its complaints go. */
export type Reading = {
  /** The place of the part at this path below the word's own value. */
  at(...path: Path): Place;
  report(problem: Problem): void;
  /** The list file at this path under `playlists/`; reports at `path` when there is none, or it is wrong. */
  list(file: string, ...path: Path): List | undefined;
  /** The rule of this slug; reports at `path` when there is none. */
  rule(slug: string, ...path: Path): Slug | undefined;
};

/** A row on its way through the stages. */
export type Candidate = {
  readonly uri: AddableUri | LocalUri;
  readonly item: Item | undefined;
  readonly album: Album | undefined;
  /** When it came into its source. */
  readonly addedAt: Instant | null;
  /** The `as` of its source. */
  readonly source: string;
  /** What kept or placed it so far, in order. */
  readonly trail: readonly Why[];
};

/** A word's window on the world during a plan: facts, lists, other rules, the night. Asking for what is not known notes it as lacking. */
export type Asking = {
  readonly account: AccountName;
  /** The night that is planned: a date in the portfolio's zone, `2026-11-22`. */
  readonly night: string;
  readonly timezone: string;
  readonly nowMs: number;
  /** The answer to a need; undefined notes it as lacking: nothing can be planned until it is known. */
  answer<K extends NeedKind>(need: NeedOf<K>): Answer<K> | undefined;
  /** The same, but a plan goes on without it: reading does it when the budget allows. */
  wish<K extends NeedKind>(need: NeedOf<K>): Answer<K> | undefined;
  item(uri: string): Item | undefined;
  album(id: string): Album | undefined;
  list(path: string): List | undefined;
  /** What another rule's playlist comes to hold in this same plan; undefined when that is not known. */
  outcome(slug: Slug): readonly AddableUri[] | undefined;
  /** What this playlist's own history says of a row; undefined when it never had it. */
  past(key: RowKey): RowPast | undefined;
  /** The playlist of a rule; undefined when it was not created yet. */
  playlistOf(slug: Slug): { readonly account: AccountName; readonly id: PlaylistId } | undefined;
};

export type Sourced = {
  readonly entries: readonly {
    readonly uri: AddableUri;
    readonly addedAt: Instant | null;
    /** What its why says: `released 2026-11-20 by Mariya Takeuchi`. */
    readonly datum: string;
  }[];
  /** What could not be read whole; with any, nothing is removed on the source's account. */
  readonly gaps: readonly string[];
  /** Why a row of the playlist is none of the entries, by what was read anyway; undefined: it cannot tell. */
  readonly without: (row: Candidate) => Without | undefined;
};

/** `decided`: the source knows the row and a datum of it leaves it out; else it just does not have it. */
export type Without = { readonly datum: string; readonly decided: boolean };

/** Undefined: something is lacking and was asked for. */
export type SourceRun<Args> = (args: Args, asking: Asking) => Sourced | undefined;

export type SourceWord = Described & {
  readonly read: (written: unknown, reading: Reading) => unknown;
  readonly run: SourceRun<unknown>;
  /** The rules that it reads in this same plan: they are resolved first. */
  readonly after: (args: unknown) => readonly Slug[];
  /** What the account must have allowed for it, beside reading its playlists. */
  readonly scopes: (args: unknown) => readonly Scope[];
  /** Nothing found is an ordinary answer (`new_releases`); of other sources an empty one is taken for a failed one. */
  readonly emptyIsNormal?: true;
  /** It can stand without a value (`- liked`); it then reads an empty map. */
  readonly alone?: true;
};

/** Declares a source: one file, and one line in `sources/index.ts`. `read` answers undefined after it reported a problem. */
export function defineSource<S extends TSchema, Args>(
  word: Omit<Described, 'schema'> & {
    readonly schema: S;
    readonly read: (written: Static<S>, reading: Reading) => Args | undefined;
    readonly run: SourceRun<Args>;
    readonly after?: (args: Args) => readonly Slug[];
    readonly scopes?: (args: Args) => readonly Scope[];
    readonly emptyIsNormal?: true;
    readonly alone?: true;
  },
): SourceWord {
  // Sound: `read` only sees what passed `schema`, the others only what `read` gave.
  return { after: () => [], scopes: () => [], ...word } as unknown as SourceWord;
}

/** Null: the datum is not known. `datum` is what the why says: `released 2026-11-20`. */
export type Verdict = { readonly holds: boolean | null; readonly datum: string };

export type FieldWord = Described & {
  readonly read: (written: unknown, reading: Reading) => unknown;
  readonly test: (args: unknown, candidate: Candidate, asking: Asking) => Verdict;
};

/** Declares a field of `where`: one file, and one line in `where/index.ts`. */
export function defineField<S extends TSchema, Args>(
  word: Omit<Described, 'schema'> & {
    readonly schema: S;
    readonly read: (written: Static<S>, reading: Reading) => Args | undefined;
    readonly test: (args: Args, candidate: Candidate, asking: Asking) => Verdict;
  },
): FieldWord {
  // Sound for the same reason as in `defineSource`.
  return word as unknown as FieldWord;
}

/** A top-level key of a rule file (`dedupe`, `take`, `guard`): what it means when written, and when left out. */
export type KeyWord<Value> = Described & {
  readonly read: (written: unknown, reading: Reading) => Value | undefined;
  /** Its value where a rule does not write it; `at` is the place of the rule. */
  readonly absent: (at: Place) => Value;
};

export function defineKey<S extends TSchema, Value>(
  word: Omit<Described, 'schema'> & {
    readonly schema: S;
    readonly read: (written: Static<S>, reading: Reading) => Value | undefined;
    /** Its value where a rule does not write it; `at` is the place of the rule. */
    readonly absent: (at: Place) => Value;
  },
): KeyWord<Value> {
  // Sound for the same reason as in `defineSource`.
  return word as unknown as KeyWord<Value>;
}
