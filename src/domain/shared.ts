/** One and the same text for equal texts. Tracks are named over and over; read from JSON, every place would hold its own. */
export class Shared {
  readonly #texts = new Map<string, string>();

  text<T extends string>(text: T): T {
    const known = this.#texts.get(text);
    // Equal to what was asked for.
    if (known !== undefined) return known as T;
    this.#texts.set(text, text);
    return text;
  }
}
