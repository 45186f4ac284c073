import { isNonce } from '../../../src/domain/nonce.ts';
import { changed } from '../../../src/simulator/world/edit.ts';
import type { Playlist } from '../../../src/simulator/world/schema/playlists.ts';
import { distance, isSameList } from './lists.ts';
import { type Entry, entries, firstStrange, nameOf, trackUri } from './scenario.ts';
import type { Stand } from './stand.ts';
import type { State } from './truth.ts';

/** What a run that nobody killed does to a playlist: its rows between any two requests, and how it stands in the end. */
export type Unbroken = ReadonlyMap<string, { readonly states: readonly (readonly string[])[]; readonly final: State }>;

export type Edit = {
  readonly entry: Entry;
  readonly kind: Kind;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The rows as the person left them. */
  readonly rows: readonly string[];
  readonly details: { readonly name: string; readonly description: string } | undefined;
};

const kinds = ['add', 'remove', 'move', 'details', 'both'] as const;
type Kind = (typeof kinds)[number];
const roles = ['partial', 'todo', 'done', 'still'] as const;
type Role = (typeof roles)[number];

export type Editing = {
  readonly stand: Stand;
  /** Chooses what is edited, and how. */
  readonly turn: number;
  /** Playlists by slug that may be edited. */
  readonly lists: ReadonlyMap<string, string>;
  readonly unbroken: Unbroken;
  readonly since: Parameters<Stand['byHand']>[0];
};

const playlistOf = (stand: Stand, { slug }: Entry, lists: ReadonlyMap<string, string>): Playlist | undefined =>
  stand.simulator.world.playlists.get(lists.get(slug) ?? '');

/**
 * A person edits a playlist while a run lies dead: by turns one that it had begun to write, one that it had not, one that
 * was done, one that it never meant to touch. Only edits are chosen that can be told from our own writes by whoever sees
 * nothing but the list afterwards; two can not, and nobody could: an edit that takes back exactly what we wrote, or does
 * exactly what we were about to do; and a row taken out again that one of our adds had just brought, which looks like an
 * add of which Spotify refused that row.
 */
export function editByHand({ stand, turn, lists, unbroken, since }: Editing): Edit {
  for (let shift = 0; shift < roles.length * kinds.length * entries.length; shift++) {
    const role = roles[(turn + Math.floor(shift / (kinds.length * entries.length))) % roles.length] as Role;
    const kind = kinds[(turn + Math.floor(turn / 4) + shift) % kinds.length] as Kind;
    const entry = entries[(turn * 7 + Math.floor(shift / kinds.length)) % entries.length] as Entry;
    const playlist = playlistOf(stand, entry, lists);
    const known = unbroken.get(entry.slug);
    if (playlist === undefined || known === undefined) continue;
    const rows = playlist.rows.map(({ uri }) => uri ?? '');
    if (roleOf(rows, known.states) !== role) continue;
    const edit = tryEdit({ entry, kind, turn, rows, description: playlist.description ?? '' }, known);
    if (edit === undefined) continue;
    stand.byHand(since, () => write(stand, playlist, edit));
    return edit;
  }
  throw new Error('There is nothing that a person could edit');
}

function roleOf(rows: readonly string[], states: readonly (readonly string[])[]): Role {
  const [first = [], last = []] = [states[0], states.at(-1)];
  if (isSameList(first, last)) return 'still';
  if (isSameList(rows, last)) return 'done';
  return isSameList(rows, first) ? 'todo' : 'partial';
}

type Trying = {
  readonly entry: Entry;
  readonly kind: Kind;
  readonly turn: number;
  readonly rows: readonly string[];
  readonly description: string;
};

function tryEdit(
  given: Trying,
  { states, final }: { states: readonly (readonly string[])[]; final: State },
): Edit | undefined {
  const { entry, kind, turn, rows, description } = given;
  if (kind === 'details') {
    const name = `${nameOf(entry)}, by hand`;
    return {
      entry,
      kind,
      added: [],
      removed: [],
      rows,
      details: { name, description: isNonce(description) ? description : 'By hand' },
    };
  }
  const strange = trackUri(firstStrange + (turn % 17));
  const old = new Set(states[0]);
  for (let shift = 0; shift < rows.length + 1; shift++) {
    const at = (turn * 3 + shift) % (rows.length + 1);
    const added = kind === 'add' || kind === 'both' ? [strange] : [];
    const gone = rows[at];
    const removed = kind === 'remove' || kind === 'both' ? [gone ?? ''] : [];
    // What our own adds brought cannot be told from what Spotify refused.
    if (removed.length > 0 && (gone === undefined || !old.has(gone) || !final.rows.includes(gone))) continue;
    const after = kind === 'move' ? movedFrom(rows, at) : replaced(rows, at, added, removed);
    if (isSameList(after, rows) || !isDecidable(after, rows, states)) continue;
    if (kind === 'move' && entry.policy === 'ask' && isSameOrder(after, final.rows)) continue;
    return { entry, kind, added, removed, rows: after, details: undefined };
  }
  return undefined;
}

const replaced = (rows: readonly string[], at: number, added: readonly string[], removed: readonly string[]) =>
  rows.toSpliced(at, removed.length, ...added);

const movedFrom = (rows: readonly string[], at: number): readonly string[] =>
  at >= rows.length ? rows : rows.toSpliced(at, 1).toSpliced((at + 3) % rows.length, 0, rows[at] ?? '');

function isSameOrder(one: readonly string[], other: readonly string[]): boolean {
  const common = (from: readonly string[], of: readonly string[]) => from.filter((uri) => of.includes(uri));
  return isSameList(common(one, other), common(other, one));
}

/** Whether the state in which the run died explains what stands there now better than any other of its states. */
function isDecidable(now: readonly string[], died: readonly string[], states: readonly (readonly string[])[]): boolean {
  const far = distance(died, now);
  return states.every((state) => isSameList(state, died) || distance(state, now) > far);
}

function write(stand: Stand, playlist: Playlist, { rows, details }: Edit): void {
  const { world } = stand.simulator;
  const known = new Map(playlist.rows.map((row) => [row.uri, row]));
  const addedAt = `${new Date(world.nowMs).toISOString().slice(0, 19)}Z`;
  playlist.rows = rows.map((uri) => known.get(uri) ?? { uri, addedAt, addedBy: 'owner' });
  if (details !== undefined) Object.assign(playlist, details);
  changed(world, playlist);
}
