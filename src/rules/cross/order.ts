import type { Slug } from '../../domain/ids.ts';
import type { Rule, SourceStep } from '../../domain/rule.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { sources } from '../../words/index.ts';
import type { SourceWord } from '../../words/word.ts';

export type Ordered = { readonly rules: readonly Rule[]; readonly problems: readonly Problem[] };

/** The rules in an order in which each comes after those that it reads, by slug otherwise; every ring of rules is a problem. */
export function inOrder(rules: readonly Rule[]): Ordered {
  const search = new Search(rules);
  for (const rule of [...rules].sort(bySlug)) search.visit(rule, []);
  return search;
}

type Reference = { readonly slug: Slug; readonly step: SourceStep };

/** The rules that a rule reads in the same plan, and where it says so. */
export const referencesOf = ({ from }: Rule): readonly Reference[] =>
  from.flatMap((step) => {
    const word = (sources as { readonly [word: string]: SourceWord })[step.word];
    return (word?.after(step.args) ?? []).map((slug) => ({ slug, step }));
  });

const bySlug = (one: Rule, other: Rule): number => (one.slug < other.slug ? -1 : one.slug > other.slug ? 1 : 0);

class Search {
  readonly rules: Rule[] = [];
  readonly problems: Problem[] = [];
  readonly #rulesBySlug: ReadonlyMap<Slug, Rule>;
  readonly #done = new Set<Slug>();

  constructor(rules: readonly Rule[]) {
    this.#rulesBySlug = new Map(rules.map((rule) => [rule.slug, rule]));
  }

  visit(rule: Rule, waiting: readonly Slug[]): void {
    if (this.#done.has(rule.slug)) return;
    const path = [...waiting, rule.slug];
    for (const { slug, step } of referencesOf(rule)) {
      const other = this.#rulesBySlug.get(slug);
      const start = path.indexOf(slug);
      if (start >= 0) this.problems.push(problem('rules/cycle', { path: [...path.slice(start), slug] }, step.at));
      else if (other !== undefined) this.visit(other, path);
    }
    this.#done.add(rule.slug);
    this.rules.push(rule);
  }
}
