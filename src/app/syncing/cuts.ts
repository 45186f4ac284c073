import type { Slug } from '../../domain/ids.ts';
import type { Intent, RunIntent, RunLine } from '../../domain/records/run.ts';

/** Writes that a run announced for a playlist and of which it is not known how far they came. */
export type Cut = { readonly run: RunIntent; readonly intent: Intent };

/** By rule, what earlier runs left open: they were killed, or could not read afterwards what they had written. */
export function cutsOf(runs: readonly RunLine[]): ReadonlyMap<Slug, Cut> {
  const cuts = new Map<Slug, Cut>();
  for (const line of runs) {
    if (line.event === 'intent') for (const intent of line.intents) cuts.set(intent.slug, { run: line, intent });
    else for (const slug of [...cuts.keys()]) if (!line.unconfirmed.includes(slug)) cuts.delete(slug);
  }
  return cuts;
}
