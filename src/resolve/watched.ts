import { hashKeys } from '../domain/hash.ts';
import type { Need } from '../domain/need.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { SourceHashes } from '../domain/portfolio.ts';
import type { Rule } from '../domain/rule.ts';
import { sourceWord } from './sources.ts';
import { type Known, Window } from './window.ts';

export type Watched = {
  /** Of the sources that were read whole. */
  readonly hashes: SourceHashes;
  readonly needs: readonly Need[];
  /** The keys of all answers that were looked at. */
  readonly used: readonly string[];
};

/**
 * What the sources of a rule hold that its schedule names (`on_change`): all their tracks in their order, before the rule
 * filters or sorts them. A source of which something is missing has no hash: whether it changed is then not known.
 */
export function watched(rule: Rule, known: Known): Watched {
  const names = new Set(rule.settings.schedule.flatMap((one) => (one.kind === 'on-change' ? one.source : [])));
  const window = new Window(rule.account, known, rule.slug);
  const hashes: Record<string, string> = {};
  for (const step of rule.from) {
    if (!names.has(step.as)) continue;
    const sourced = sourceWord(step)?.run(step.args, window);
    if (sourced === undefined || sourced.gaps.length > 0) continue;
    // Every URI that can be added is a row's key.
    hashes[step.as] = hashKeys(sourced.entries.map(({ uri }) => uri as string as RowKey));
  }
  return { hashes, needs: window.needs, used: window.used };
}
