import { idIn, type LinkKind, linkKind } from '../../domain/ids.ts';
import { problem } from '../../problem/problem.ts';
import type { Reading } from '../word.ts';

/** The id in a bare id, URI or share link; reports what it names instead. */
export function readId(kind: LinkKind, text: string, reading: Reading): string | undefined {
  const id = idIn(kind, text);
  if (id !== undefined) return id;
  const found = linkKind(text);
  // A link of the right kind around a wrong id names nothing else.
  const facts = { text, wanted: withArticle(kind), found: found === undefined || found === kind ? null : found };
  reading.report(problem('rules/not-an-id', facts, reading.at()));
  return undefined;
}

const withArticle = (kind: LinkKind): string => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`);

/** All ids of a list, or undefined after every wrong one was reported. */
export function readIds(
  kind: LinkKind,
  texts: readonly string[],
  below: (index: number) => Reading,
): readonly string[] | undefined {
  const ids = texts.map((text, index) => readId(kind, text, below(index)));
  return ids.every((id) => id !== undefined) ? ids : undefined;
}
