import type { PhrasingContent } from 'mdast';
import { clean } from '../charts/svg/clean.ts';

/** Of a name; sentences have more of them in it. */
const longest = 200;
const longestSentence = 2000;
/** Joins words and is not seen. */
const joiner = '\u2060';
const isolate = (text: string): string => `\u2068${text}\u2069`;

/** Where GitHub would see a person, an address, an issue, a commit or an emoji: broken by a sign that nobody sees. */
const meaningful =
  /@(?=[A-Za-z0-9])|:(?=\/\/)|\bwww(?=\.)|#(?=\d)|\bGH-(?=\d)|:(?=[\w+-]+:)|(?<![0-9A-Za-z])[0-9a-f](?=[0-9a-f]{6,39}(?![0-9A-Za-z]))/gi;
const unseen = /[\u00AD\u200B\u2060-\u2064\uFEFF]/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A stranger's words for Markdown: one line that mentions nobody and turns nothing around it. What Markdown itself would
 * read is escaped when it is written; a text node is all that this may become.
 */
export function plain(text: string, most = longest): string {
  const points = [...clean(text.replaceAll(unseen, ''))];
  const short = points.length > most ? `${points.slice(0, most - 1).join('')}…` : points.join('');
  const quiet = short.replaceAll(meaningful, (sign) => `${sign}${joiner}`);
  return rightToLeft.test(quiet) ? isolate(quiet) : quiet;
}

/** The same as nodes. GitHub reads mathematics between dollar signs, and says that a span around each keeps it off. */
export const said = (text: string, most = longest): PhrasingContent[] =>
  plain(text, most)
    .split(/(\$)/)
    .filter((part) => part !== '')
    .map((part) => (part === '$' ? { type: 'html', value: '<span>$</span>' } : words(part)));

const words = (value: string): PhrasingContent => ({ type: 'text', value });

/** Of what may be empty or all signs that nobody sees. */
export const named = (name: string, otherwise: string): PhrasingContent[] =>
  plain(name) === '' ? said(otherwise) : said(name);

/** A sentence with strangers' words in it, and code between backticks. */
export const sentence = (text: string): PhrasingContent[] =>
  text
    .split('`')
    .flatMap((part, index) =>
      index % 2 === 1
        ? [code(part)]
        : [...edge(/^ /.test(part)), ...said(part, longestSentence), ...edge(/. $/.test(part))],
    );

const edge = (isThere: boolean): PhrasingContent[] => (isThere ? [words(' ')] : []);

export const code = (text: string): PhrasingContent => ({ type: 'inlineCode', value: clean(text) });
