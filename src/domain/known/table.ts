import { fnv1a } from './fnv1a.ts';

/** Bytes that are taken at a time. */
const chunkBytes = 1 << 18;
/** Ends an id and a text: a byte that no UTF-8 has. */
const end = 0xff;

/**
 * Texts by id, as bytes outside of V8's heap. An id keeps the number that it got, counted from 0. What is written stays
 * where it is, so that copies share it.
 */
export class Table {
  #chunks: Buffer[] = [];
  /** Where the next entry begins in the last chunk. */
  #end = chunkBytes;
  /** By number: where its entry begins, in bytes, each chunk counted as one of the usual size. */
  #starts = new Uint32Array(64);
  /** By hash, or in the next place that was free: a number and one, or 0. */
  #slots = new Uint32Array(128);
  /** Numbers that were given. */
  #count = 0;
  #deleted = new Set<number>();
  /** Whether a copy goes by the same numbers, places and deletions: they are copied before the first of the two changes them. */
  #isShared = false;

  get size(): number {
    return this.#count - this.#deleted.size;
  }

  /** All numbers are below. */
  get numbers(): number {
    return this.#count;
  }

  numberOf(id: string): number | undefined {
    const number = (this.#slots[this.#slotOf(id)] as number) - 1;
    return number === -1 || this.#deleted.has(number) ? undefined : number;
  }

  get(id: string): string | undefined {
    const number = this.numberOf(id);
    return number === undefined ? undefined : this.#textOf(number);
  }

  /** The id that got this number. */
  idAt(number: number): string {
    return textIn(...this.#place(number));
  }

  *ids(): Iterable<string> {
    for (let number = 0; number < this.#count; number++) if (!this.#deleted.has(number)) yield this.idAt(number);
  }

  /** Notes what is said of an id, in place of what was. Its number. */
  put(id: string, text: string): number {
    const slot = this.#slotOf(id);
    const known = (this.#slots[slot] as number) - 1;
    // Most of what is read again is what it was: it takes no room, and copies go on sharing it.
    if (known !== -1 && !this.#deleted.has(known) && this.#textOf(known) === text) return known;
    this.#unshare();
    const number = known === -1 ? this.#count++ : known;
    if (number === this.#starts.length) this.#starts = longer(this.#starts);
    this.#starts[number] = this.#write(id, text);
    this.#slots[slot] = number + 1;
    this.#deleted.delete(number);
    if (this.#count * 2 > this.#slots.length) this.#spread();
    return number;
  }

  delete(id: string): void {
    const number = this.numberOf(id);
    if (number === undefined) return;
    this.#unshare();
    this.#deleted.add(number);
  }

  /** Whether both have the very bytes of an id: it is the same in both. Where they have not, it may be the same still. */
  shares(id: string, other: Table): boolean {
    const number = this.numberOf(id);
    if (number === undefined || number >= other.#count || other.#deleted.has(number)) return false;
    // Copies go by the same numbers, and where the bytes are the same the id is.
    return this.#starts[number] === other.#starts[number] && this.#place(number)[0] === other.#place(number)[0];
  }

  copy(): Table {
    const copy = new Table();
    copy.#chunks = [...this.#chunks];
    copy.#starts = this.#starts;
    copy.#slots = this.#slots;
    copy.#count = this.#count;
    copy.#deleted = this.#deleted;
    copy.#isShared = true;
    this.#isShared = true;
    return copy;
  }

  #unshare(): void {
    if (!this.#isShared) return;
    this.#starts = this.#starts.slice();
    this.#slots = this.#slots.slice();
    this.#deleted = new Set(this.#deleted);
    this.#isShared = false;
  }

  #textOf(number: number): string {
    const [chunk, start] = this.#place(number);
    return textIn(chunk, chunk.indexOf(end, start) + 1);
  }

  #place(number: number): readonly [chunk: Buffer, start: number] {
    const start = this.#starts[number] as number;
    return [this.#chunks[Math.floor(start / chunkBytes)] as Buffer, start % chunkBytes];
  }

  #write(id: string, text: string): number {
    const bytes = Buffer.byteLength(id) + Buffer.byteLength(text) + 2;
    if (this.#end + bytes > chunkBytes) {
      this.#chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, bytes)));
      this.#end = 0;
    }
    const chunk = this.#chunks.at(-1) as Buffer;
    const start = (this.#chunks.length - 1) * chunkBytes + this.#end;
    for (const one of [id, text]) {
      this.#end += chunk.write(one, this.#end);
      chunk[this.#end++] = end;
    }
    return start;
  }

  /** Where the id stands, or the place that is free for it. */
  #slotOf(id: string): number {
    const length = encode(id);
    const mask = this.#slots.length - 1;
    let slot = fnv1a(id) & mask;
    while (this.#slots[slot] !== 0 && !this.#isEncoded((this.#slots[slot] as number) - 1, length))
      slot = (slot + 1) & mask;
    return slot;
  }

  /** Whether the id of this number is the one that was encoded. Byte by byte: nothing is made that would be thrown away. */
  #isEncoded(number: number, length: number): boolean {
    const [chunk, start] = this.#place(number);
    for (let at = 0; at < length; at++) if (chunk[start + at] !== encoded[at]) return false;
    return chunk[start + length] === end;
  }

  #spread(): void {
    const ids = Array.from({ length: this.#count }, (_, number) => fnv1a(this.idAt(number)));
    const last = this.#slots.length * 2 - 1;
    this.#slots = new Uint32Array(last + 1);
    for (const [number, hash] of ids.entries()) {
      let slot = hash & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = number + 1;
    }
  }
}

const textIn = (chunk: Buffer, start: number): string => chunk.toString('utf8', start, chunk.indexOf(end, start));

function longer(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(numbers.length * 2);
  twice.set(numbers);
  return twice;
}

/** The bytes of the id that is looked for, until the next one is: buffers of their own would be freed late. */
let encoded = Buffer.alloc(256);

/** How many bytes an id takes. */
function encode(id: string): number {
  // A UTF-16 code unit takes three bytes at most.
  if (id.length * 3 > encoded.length) encoded = Buffer.alloc(id.length * 3);
  return encoded.write(id);
}
