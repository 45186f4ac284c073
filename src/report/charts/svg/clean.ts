// Not allowed in XML: control characters, halves of a pair, and two that are no characters.
const broken = /\p{Control}|\p{Surrogate}|[\uFFFE\uFFFF]/gu;
// Would turn the words around them.
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A stranger's words on one line, without what breaks XML or turns the text around it. */
export const clean = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(broken, '').replaceAll(turning, '').trim();

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and for attributes in double quotes. */
export const escaped = (text: string): string => clean(text).replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');

/** Letters, digits and hyphens stand for themselves, all else as `_` and its number, so that two ids never meet. */
export const idOf = (text: string): string =>
  [...text].map((sign) => (/[A-Za-z0-9-]/.test(sign) ? sign : `_${sign.codePointAt(0)?.toString(16)}_`)).join('');
