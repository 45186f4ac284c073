import { hashKeys, hashOf } from '../domain/hash.ts';
import type { PlannedWrite, PlaylistPlan } from '../domain/plan.ts';
import { type Actual, keysOf } from '../domain/playlist.ts';
import type { Rule } from '../domain/rule.ts';

type Head = Pick<PlaylistPlan, 'slug' | 'account' | 'name' | 'public' | 'rule' | 'id' | 'before'>;

/** What a plan says of its playlist whatever happens to it. */
export function headOf(rule: Rule, actual: Actual | null): Head {
  const keys = keysOf(actual?.rows ?? []);
  return {
    slug: rule.slug,
    account: rule.account,
    name: rule.name,
    public: rule.public,
    rule: ruleHash(rule),
    id: actual?.id ?? null,
    before: { hash: hashKeys(keys), count: keys.length },
  };
}

/** Another one means that the rule says something else. */
export const ruleHash = (rule: Rule): string => hashOf(contentOf(rule));

/** The rule without its places: moving lines about in a file changes no plan. */
const contentOf = (rule: Rule): unknown =>
  JSON.parse(JSON.stringify(rule, (key, part) => (key === 'at' ? undefined : part)));

export const stateOf = (rule: Rule, actual: Actual | null, writes: readonly PlannedWrite[]): PlaylistPlan['state'] => {
  if (writes.length === 0) return 'unchanged';
  if (rule.settings.suspend) return 'suspended';
  return actual === null ? 'create' : 'change';
};
