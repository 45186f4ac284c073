import type { RootContent } from 'mdast';
import { markdownOf, ours, paragraph } from './nodes.ts';

/** A part of the summary that is shown whole, cut short at a row, or left out: never broken in the middle. */
export type Part = readonly RootContent[];

/** With the empty line that follows. */
const sizeOf = (part: Part): number => Buffer.byteLength(markdownOf(part)) + 1;

/** The parts in their order within so many bytes of UTF-8; the last line says when something is missing. */
export function fitting(parts: readonly Part[], bytes: number): string {
  const notice = paragraph(
    ours('The rest is too long for a summary: see the log, and the plan in the outputs of the step'),
  );
  let left = bytes - sizeOf([notice]);
  const shown = parts.map((part): Part => {
    const [kept, size] = shortened(part, left);
    left -= size;
    return kept;
  });
  const isWhole = shown.every((part, index) => part === parts[index]);
  return markdownOf(isWhole ? shown.flat() : [...shown.flat(), notice]);
}

/** The part with as many rows of its list or table as fit, and its size; nothing when not even a few do. */
function shortened(part: Part, bytes: number): readonly [Part, number] {
  const whole = sizeOf(part);
  if (whole <= bytes) return [part, whole];
  for (let share = bytes / whole; share * mostRows(part) > 2; share *= 0.8) {
    const shorter = part.map((node) => firstRows(node, share));
    const size = sizeOf(shorter);
    if (size <= bytes) return [shorter, size];
  }
  return [[], 0];
}

const mostRows = (part: Part): number =>
  Math.max(0, ...part.map((node) => (node.type === 'list' || node.type === 'table' ? node.children.length : 0)));

function firstRows(node: RootContent, share: number): RootContent {
  if (node.type === 'list') return { ...node, children: node.children.slice(0, share * node.children.length) };
  if (node.type === 'table') return { ...node, children: node.children.slice(0, share * node.children.length) };
  return node;
}
