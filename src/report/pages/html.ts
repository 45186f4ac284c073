/** Text that is markup already: only the template below makes it, and charts of our own drawing are taken as it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | null | readonly Part[];

/** Markup in which every value is text, in attributes too, unless it is markup itself; null writes nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((said, index) => said + written(parts[index] ?? null)).join(''));

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(written).join('') : escaped(String(part));
}

const escaped = (text: string): string =>
  text.replaceAll(unwelcome, '').replaceAll(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** No document may hold control characters or halves of a pair; the others would turn the words around them. */
const unwelcome = /[^\P{Control}\n\t]|\p{Surrogate}|[\uFFFE\uFFFF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** An address for a link: https, or a path of this site; anything else leads nowhere. */
export const url = (address: string): string =>
  /^https:\/\/[^\s\\]+$/.test(address) || /^(?!\/)(?!.*\/\/)[^\s\\:]+$/.test(address) ? address : '#';
