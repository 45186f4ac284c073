import type { Artists } from './artists.ts';
import type { Lookup } from './lookup.ts';
import { Marks } from './marks.ts';
import { long, short } from './short.ts';
import { Table } from './table.ts';

export type Packing<Id, Thing> = {
  readonly pack: (id: Id, thing: Thing, artists: Artists) => string;
  readonly unpack: (id: Id, text: string, artists: Artists) => Thing;
};

/** So many things at least are remembered as they were last made. */
const remembered = 256;

/** Things of one kind, packed: each is made anew when it is asked for, unless that was a moment ago. */
export class Shelf<Id extends string, Thing> implements Lookup<Id, Thing> {
  readonly #packing: Packing<Id, Thing>;
  readonly #artists: Artists;
  readonly #table: Table;
  /** What was made lately, and before that: a list's rows are asked for by one stage after the other. */
  #lately = new Map<Id, Thing>();
  #before = new Map<Id, Thing>();

  constructor(packing: Packing<Id, Thing>, artists: Artists, table = new Table()) {
    this.#packing = packing;
    this.#artists = artists;
    this.#table = table;
  }

  get size(): number {
    return this.#table.size;
  }

  get(id: Id): Thing | undefined {
    const made = this.#lately.get(id) ?? this.#before.get(id);
    if (made !== undefined) return made;
    const text = this.#table.get(short(id));
    return text === undefined ? undefined : this.#remember(id, this.#packing.unpack(id, text, this.#artists));
  }

  has(id: Id): boolean {
    return this.#table.numberOf(short(id)) !== undefined;
  }

  *keys(): Iterable<Id> {
    // Nothing else was put in.
    for (const id of this.#table.ids()) yield long(id) as Id;
  }

  set(id: Id, thing: Thing): void {
    this.#forget(id);
    this.#table.put(short(id), this.#packing.pack(id, thing, this.#artists));
  }

  delete(id: Id): void {
    this.#forget(id);
    this.#table.delete(short(id));
  }

  marks(): Marks<Id> {
    return new Marks(this.#table);
  }

  /** Leaves what is not marked out. */
  keep(marks: Marks<Id>): void {
    if (marks.size === this.size) return;
    for (const id of this.keys()) if (!marks.has(id)) this.delete(id);
  }

  /** Whether a thing is known to be the same in both without being looked at: it is one's copy of the other's. */
  shares(id: Id, other: Lookup<Id, Thing>): boolean {
    return other instanceof Shelf && this.#table.shares(short(id), other.#table);
  }

  /** With the same in it, of which neither takes room anew. */
  copy(): Shelf<Id, Thing> {
    return new Shelf(this.#packing, this.#artists, this.#table.copy());
  }

  #remember(id: Id, thing: Thing): Thing {
    if (this.#lately.size === remembered) [this.#before, this.#lately] = [this.#lately, new Map()];
    this.#lately.set(id, thing);
    return thing;
  }

  #forget(id: Id): void {
    this.#lately.delete(id);
    this.#before.delete(id);
  }
}
