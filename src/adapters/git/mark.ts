import type { Holder } from '../../ports.ts';
import { isOwner, type Owner } from './owner.ts';

/** What a lease's ref names: who holds it, in words and as a process. */
export type Mark = { readonly holder: Holder; readonly by: Owner; readonly isOver: boolean };

export const markText = ({ holder: { owner, run, untilMs }, by, isOver }: Mark, once: string): string =>
  `${JSON.stringify({ v: 1, owner, run, untilMs, isOver, by, once })}\n`;

/** Undefined for what we did not write. */
export function decodeMark(text: string): Mark | undefined {
  const json = parsed(text);
  if (typeof json !== 'object' || json === null) return undefined;
  if (!('v' in json && json.v === 1 && 'isOver' in json && typeof json.isOver === 'boolean')) return undefined;
  if (!('owner' in json && typeof json.owner === 'string' && 'run' in json && typeof json.run === 'string'))
    return undefined;
  if (!('untilMs' in json && typeof json.untilMs === 'number' && 'by' in json && isOwner(json.by))) return undefined;
  const { owner, run, untilMs, by, isOver } = json;
  return { holder: { owner, run, untilMs }, by, isOver };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
