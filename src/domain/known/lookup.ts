/** Things by id, to be read: a `Map` is one, and so is a `Shelf`, which takes a sixth of the room. */
export type Lookup<Id extends string, Thing> = {
  readonly size: number;
  get(id: Id): Thing | undefined;
  has(id: Id): boolean;
  /** In the order in which they came to be known. */
  keys(): Iterable<Id>;
};

export function* entriesOf<Id extends string, Thing>(lookup: Lookup<Id, Thing>): Iterable<readonly [Id, Thing]> {
  for (const id of lookup.keys()) yield [id, lookup.get(id) as Thing];
}

/** A record as a lookup. */
export const lookupOf = <Id extends string, Thing>(record: { readonly [id in Id]?: Thing }): Lookup<Id, Thing> =>
  new Map(Object.entries(record) as [Id, Thing][]);
