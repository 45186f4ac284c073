import type { Slug } from '../../domain/ids.ts';
import type { Rule } from '../../domain/rule.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { nearest } from '../../words/values/nearest.ts';
import { referencesOf } from './order.ts';

/** Rules that are read but are not there. `slugs` are those of all rule files, wrong ones included. */
export function missingRules(rule: Rule, slugs: ReadonlySet<Slug>): readonly Problem[] {
  return referencesOf(rule)
    .filter(({ slug }) => !slugs.has(slug))
    .map(({ slug, step }) => problem('rules/no-such-rule', { slug, nearest: nearestSlug(slug, slugs) }, step.at));
}

/** A file name, or a slug without its folder, is meant as it looks. */
export function nearestSlug(slug: string, slugs: ReadonlySet<Slug>): string | null {
  const bare = slug.replace(/^(?:\.\/)?(?:playlists\/)?/, '').replace(/\.ya?ml$/, '');
  return [...slugs].find((one) => one === bare || one.endsWith(`/${bare}`)) ?? nearest(bare, slugs);
}
