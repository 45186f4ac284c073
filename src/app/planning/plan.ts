import type { Slug } from '../../domain/ids.ts';
import type { Leaving } from '../../domain/past.ts';
import type { Plan, PlaylistPlan } from '../../domain/plan.ts';
import { priceOf } from '../../gather/price.ts';
import { Aliases } from '../../plan/aliases.ts';
import { type Absent, assemble, type Parts } from '../../plan/assemble.ts';
import { leaveAlone, planPlaylist } from '../../plan/playlist.ts';
import { type Draft, type Drafts, draft, type Given } from './draft.ts';

export type Planned = {
  readonly plan: Plan;
  /** What is planned to leave, of rules that have a plan. */
  readonly leaving: ReadonlyMap<Slug, Leaving>;
  /** What became of one rule, every row with its why; undefined where there is no such rule. */
  readonly draftOf: (slug: string) => Draft | undefined;
} & Pick<Drafts, 'sources'>;

/** The plan of a night, from rules and facts alone. What is lacking is named with its price; nothing is guessed. */
export function planNight(given: Given, absent?: Absent): Planned {
  const playlists: PlaylistPlan[] = [];
  const lacking: Parts['lacking'][number][] = [];
  const leaving = new Map<Slug, Leaving>();
  const aliases = new Aliases(given.facts);
  const { used, sources } = draft(given, (one) => {
    playlists.push(planOne(one, given, aliases));
    const { slug } = one.rule;
    if (one.kind === 'ready') leaving.set(slug, one.leaving);
    else lacking.push(...one.needs.map((need) => ({ slug, need, price: priceOf(need, given.facts.sizes) })));
  });
  const answers = Object.fromEntries([...used].map((key) => [key, given.facts.answers[key]?.answer ?? null]));
  const plan = assemble({
    night: given.night,
    playlists,
    lacking,
    used: answers,
    limits: given.playbook.portfolio.limits,
    waiting: given.memory.waiting,
    absent,
  });
  return { plan, leaving, sources, draftOf: (slug) => draftFor(slug, given) };
}

function draftFor(slug: string, given: Given): Draft | undefined {
  let found: Draft | undefined;
  draft(given, (one) => {
    if (one.rule.slug === slug) found = one;
  });
  return found;
}

const planOne = (one: Draft, { facts, night, playbook }: Given, aliases: Aliases): PlaylistPlan =>
  one.kind === 'ready'
    ? planPlaylist({ ...one, facts, aliases, night, mostRequests: playbook.portfolio.limits.requests })
    : leaveAlone(one.rule, one.actual, one.state, one.problems);
