import type { Code, Heading, Html, List, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { visible } from '../../problem/render.ts';

/** Letters, digits and marks that no reader of Markdown takes for anything else; a colon only before a space. */
const tame = /^(?!.*(?:www\.|https?))(?:[\p{L}\p{M}\p{N} .,'’"“”…!?()&+±−–—/%;{}=-]|:(?= ))*$/u;

/** Text from anywhere. What could be a mention, a formula, an emoji or a link is shown as code, in which nothing acts. */
export function said(text: string): PhrasingContent {
  const shown = visible(text);
  return tame.test(shown) ? { type: 'text', value: shown } : { type: 'inlineCode', value: shown };
}

/** Text of our own. */
export const ours = (value: string): PhrasingContent => ({ type: 'text', value });
export const strong = (...children: readonly PhrasingContent[]): PhrasingContent => ({
  type: 'strong',
  children: [...children],
});

export const heading = (...children: readonly PhrasingContent[]): Heading => ({
  type: 'heading',
  depth: 3,
  children: [...children],
});
export const paragraph = (...children: readonly PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children: [...children],
});
/** Lines as they stand, in which nothing acts. */
export const verbatim = (text: string): Code => ({ type: 'code', value: text.split('\n').map(visible).join('\n') });

export const list = (items: readonly (readonly PhrasingContent[])[]): List => ({
  type: 'list',
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children: [paragraph(...children)] })),
});

type Cell = PhrasingContent | string | number;

export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): Table => ({
  type: 'table',
  align: head.map((_, index) => (index === 0 ? null : 'right')),
  children: [head, ...rows].map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({
      type: 'tableCell',
      children: [typeof cell === 'object' ? cell : ours(String(cell))],
    })),
  })),
});

/** Opens and ends a fold with a caption of our own: the only HTML that there is. */
export const fold = (caption: Caption, count: number): Html => ({
  type: 'html',
  value: `<details><summary>${caption} (${count})</summary>`,
});
export const foldEnd: Html = { type: 'html', value: '</details>' };
export type Caption = 'Added' | 'Moved' | 'Unchanged' | 'Not planned, facts are lacking';

export const markdownOf = (children: readonly RootContent[]): string =>
  toMarkdown({ type: 'root', children: [...children] }, { extensions: [gfmToMarkdown()], bullet: '-' });
