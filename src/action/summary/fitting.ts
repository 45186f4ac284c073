import type { RootContent } from 'mdast';
import { markdownOf, ours, paragraph } from './nodes.ts';

/** A part of the summary that is shown whole, cut short at a row, or left out: never broken in the middle. */
export type Part = readonly RootContent[];

const sizeOf = (part: Part): number => Buffer.byteLength(markdownOf(part)) + 1;

/** The parts in their order within so many bytes of UTF-8; the last line says when something is missing. */
export function fitting(parts: readonly Part[], bytes: number): string {
  const notice = paragraph(
    ours('The rest is too long for a summary: see the log, and the plan in the outputs of the step'),
  );
  let left = bytes - sizeOf([notice]);
  let isWhole = true;
  const kept = parts.flatMap((part) => {
    const shown = sizeOf(part) <= left ? part : part.flatMap((node) => shortened(node, left / 2));
    isWhole &&= shown === part;
    const size = shown.length === 0 ? 0 : sizeOf(shown);
    if (size > left) {
      isWhole = false;
      return [];
    }
    left -= size;
    return shown;
  });
  return markdownOf(isWhole ? kept : [...kept, notice]);
}

/** A list or table with as many of its first rows as fit; nothing else can be cut. */
function shortened(node: RootContent, bytes: number): readonly RootContent[] {
  if (sizeOf([node]) <= bytes) return [node];
  if (node.type !== 'list' && node.type !== 'table') return [];
  for (let rows = Math.floor(node.children.length / 2); rows > 1; rows = Math.floor(rows / 2)) {
    const shorter = { ...node, children: node.children.slice(0, rows) } as RootContent;
    if (sizeOf([shorter]) <= bytes) return [shorter];
  }
  return [];
}
