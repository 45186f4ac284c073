import type { BlockContent, List, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

export type Inline = string | PhrasingContent | readonly PhrasingContent[];

/** Strings are words of ours: what strangers wrote comes as nodes. */
const inlines = (parts: readonly Inline[]): PhrasingContent[] =>
  parts.flatMap((part): readonly PhrasingContent[] =>
    typeof part === 'string' ? [{ type: 'text', value: part }] : 'type' in part ? [part] : part,
  );

export const paragraph = (...parts: readonly Inline[]): Paragraph => ({
  type: 'paragraph',
  children: inlines(parts),
});

export const heading = (depth: 1 | 2 | 3, ...parts: readonly Inline[]): RootContent => ({
  type: 'heading',
  depth,
  children: inlines(parts),
});

export const strong = (...parts: readonly Inline[]): PhrasingContent => ({ type: 'strong', children: inlines(parts) });

export const link = (url: string, ...parts: readonly Inline[]): PhrasingContent => ({
  type: 'link',
  url,
  children: inlines(parts),
});

export const image = (url: string, alt: string): PhrasingContent => ({ type: 'image', url, alt });

export const bullets = (items: readonly (readonly BlockContent[])[]): List => ({
  type: 'list',
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children: [...children] })),
});

/** Numbered by who shows it: a row that comes in changes no other line. */
export const numbered = (items: readonly (readonly BlockContent[])[]): List => ({ ...bullets(items), ordered: true });

export const table = (
  columns: readonly { readonly head: string; readonly align: 'left' | 'right' }[],
  rows: readonly (readonly Inline[])[],
): Table => ({
  type: 'table',
  align: columns.map(({ align }) => align),
  children: [columns.map(({ head }) => head), ...rows].map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: inlines([cell]) })),
  })),
});

/** Everything folded away under a line of ours. */
export const folded = (summary: string, content: readonly BlockContent[]): readonly RootContent[] => [
  { type: 'html', value: `<details>\n<summary>${summary}</summary>` },
  ...content,
  { type: 'html', value: '</details>' },
];

export const written = (children: readonly RootContent[]): string =>
  toMarkdown({ type: 'root', children: [...children] } satisfies Root, {
    bullet: '-',
    incrementListMarker: false,
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
