import type { AuditLine } from '../domain/records/audit.ts';
import { digestOf } from './audit.ts';

/** One file of a chain, in the order of the months. */
export type Months = readonly { readonly path: string; readonly lines: readonly AuditLine[] }[];

/** The first link that does not hold, or where the chain ends. */
export type Chain =
  | { readonly kind: 'whole'; readonly entries: number; readonly digest: string }
  | { readonly kind: 'broken'; readonly path: string; readonly line: number; readonly reason: string };

/** Walks a chain from its root: every link must follow the one before and be what its digest says. */
export function checkChain(root: string, months: Months): Chain {
  let [previous, entries] = [root, 0];
  for (const { path, lines } of months)
    for (const [index, link] of lines.entries()) {
      const broken = (reason: string): Chain => ({ kind: 'broken', path, line: index + 1, reason });
      if (link.previous !== previous)
        return broken(entries === 0 ? 'does not begin at this origin' : 'does not follow the entry before it');
      if ('body' in link && digestOf(previous, link.body) !== link.digest)
        return broken('was changed after it was written');
      previous = link.digest;
      entries += 1;
    }
  return { kind: 'whole', entries, digest: previous };
}
