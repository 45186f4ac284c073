import type { Plan, PlaylistPlan } from '../../domain/plan.ts';
import { priceOf } from '../../gather/price.ts';
import { assemble } from '../../plan/assemble.ts';
import { leaveAlone, planPlaylist } from '../../plan/playlist.ts';
import { type Draft, type Drafts, draft, type Given } from './draft.ts';

export type Planned = { readonly plan: Plan } & Pick<Drafts, 'drafts' | 'sources'>;

/** The plan of a night, from rules and facts alone. What is lacking is named with its price; nothing is guessed. */
export function planNight(given: Given): Planned {
  const { drafts, used, sources } = draft(given);
  const answers = Object.fromEntries([...used].map((key) => [key, given.facts.answers[key]?.answer ?? null]));
  const plan = assemble({
    night: given.night,
    playlists: drafts.map((one) => planOne(one, given)),
    lacking: drafts.flatMap((one) =>
      one.kind === 'alone' ? one.needs.map((need) => ({ slug: one.rule.slug, need, price: priceOf(need) })) : [],
    ),
    used: answers,
    limits: given.playbook.portfolio.limits,
    waiting: given.memory.waiting,
  });
  return { plan, drafts, sources };
}

const planOne = (one: Draft, { facts, night, playbook }: Given): PlaylistPlan =>
  one.kind === 'ready'
    ? planPlaylist({ ...one, facts, night, mostRequests: playbook.portfolio.limits.requests })
    : leaveAlone(one.rule, one.actual, one.state, one.problems);
