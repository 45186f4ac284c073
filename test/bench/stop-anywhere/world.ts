import type { Edit, Unbroken } from './edit.ts';
import { isSameList } from './lists.ts';
import { type Entry, entries, listId, nameOf } from './scenario.ts';
import type { Stand } from './stand.ts';
import type { State } from './truth.ts';

/** The playlists of the scenario by slug, as far as they exist. */
export const idsIn = ({ simulator: { world } }: Stand): ReadonlyMap<string, string> =>
  new Map(
    entries.flatMap((entry) => {
      const created = [...world.playlists.values()].find(({ name }) => name === nameOf(entry))?.id;
      const id = world.playlists.has(listId(entry.slug)) ? listId(entry.slug) : created;
      return id === undefined ? [] : [[entry.slug, id] as const];
    }),
  );

/** Where the playlists are not what the rules and the words of `hand_edits` make of them. */
export function wrongInWorld(stand: Stand, edit: Edit | undefined, unbroken: Unbroken): readonly string[] {
  const names = [...stand.simulator.world.playlists.values()].map(({ name }) => name);
  const ids = new Map([...idsIn(stand)]);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const states = stand.witness.states();
  return [
    ...(twice.length === 0 ? [] : [`there are two playlists called ${twice.join(', ')}`]),
    ...(names.length === entries.length ? [] : [`there are ${names.length} playlists, not ${entries.length}`]),
    ...entries.flatMap((entry) => wrongInPlaylist(entry, states.get(ids.get(entry.slug) ?? ''), edit, unbroken)),
  ];
}

function wrongInPlaylist(
  entry: Entry,
  state: State | undefined,
  edit: Edit | undefined,
  unbroken: Unbroken,
): readonly string[] {
  const final = unbroken.get(entry.slug)?.final;
  if (state === undefined || final === undefined) return [`there is no playlist of ${entry.slug}`];
  const own = edit?.entry.slug === entry.slug ? edit : undefined;
  const wanted = own === undefined || entry.policy === 'revert' ? final.rows : wantedRows(own, final.rows);
  // A row that stays because a person added it may stand anywhere; the others keep their order.
  const rows = own?.entry.policy === 'keep' ? state.rows.filter((uri) => !own.added.includes(uri)) : state.rows;
  const stays = own?.entry.policy !== 'keep' || own.added.every((uri) => state.rows.includes(uri));
  const isTold = (entry.descriptionAfter ?? entry.description) !== undefined;
  const description =
    own?.details !== undefined && !isTold && own.details.description === 'By hand' ? 'By hand' : final.description;
  const wantedName = own !== undefined && isHeld(own) ? state.name : final.name;
  const wantedDescription = own !== undefined && isHeld(own) ? state.description : description;
  return [
    ...(isSameList(rows, wanted) && stays
      ? []
      : [`${entry.slug} holds ${letters(state.rows)}, not ${letters(wanted)}`]),
    ...(state.name === wantedName ? [] : [`${entry.slug} is called ${state.name}, not ${wantedName}`]),
    ...(state.description === wantedDescription
      ? []
      : [`${entry.slug} says "${state.description}", not "${wantedDescription}"`]),
  ];
}

function wantedRows(edit: Edit, final: readonly string[]): readonly string[] {
  if (edit.kind === 'details') return final;
  return edit.entry.policy === 'ask' ? edit.rows : final.filter((uri) => !edit.removed.includes(uri));
}

/** A person has to say what becomes of it; until then the playlist is left alone. */
export const isHeld = ({ entry, kind }: Edit): boolean => entry.policy === 'ask' && kind !== 'details';

export const letters = (rows: readonly string[]): string => rows.map((uri) => uri.slice(15, 19)).join(' ');
