import { problem } from '../../problem/problem.ts';
import type { Reading } from '../word.ts';

type Unnamed = { readonly word: string; readonly as: string | null };

/**
 * The name of each source: what `as` says, else its word, numbered from the second on (`liked`, `liked-2`) and past the
 * names that are taken. Reports every `as` that an earlier one has.
 */
export function namesOf(
  sources: readonly Unnamed[],
  reading: (index: number) => Reading,
): readonly string[] | undefined {
  const taken = new Set<string>();
  const repeated = sources.flatMap(({ as }, index) => {
    if (as === null || !taken.has(as)) {
      if (as !== null) taken.add(as);
      return [];
    }
    return [{ as, index }];
  });
  for (const { as, index } of repeated) {
    const facts = { what: 'as', found: `"${as}" twice`, wanted: 'a name that no other source has', nearest: null };
    reading(index).report(problem('rules/wrong-value', facts, reading(index).at()));
  }
  return repeated.length > 0 ? undefined : sources.map(({ word, as }) => as ?? freeName(word, taken));
}

function freeName(word: string, taken: Set<string>, number = 1): string {
  const name = number === 1 ? word : `${word}-${number}`;
  if (taken.has(name)) return freeName(word, taken, number + 1);
  taken.add(name);
  return name;
}
