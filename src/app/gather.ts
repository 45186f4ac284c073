import { renderFacts } from '../ledger/facts.ts';
import { exitOf } from '../problem/catalogue.ts';
import { counted } from '../problem/counted.ts';
import { readBesideRuns } from './beside-runs.ts';
import { planLive } from './planning/live.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { runNight } from './sync.ts';

export type GatherOptions = { readonly at: string; readonly saveFacts?: string };

/** Reads what the rules need, and writes nothing to Spotify: into the ledger, or into a facts file when one is named. */
export async function gatherFacts(options: GatherOptions, ports: Ports): Promise<Result> {
  if (options.saveFacts === undefined) {
    const { plan, problems, audit, commit } = await runNight(ports, () => ({ due: 'all', refusals: undefined }));
    const changed = audit.filter(({ kind, who }) => kind === 'items' && who.by !== 'setlist').length;
    return {
      text: `Read into the ledger in commit ${commit.slice(0, 10)}: ${counted(changed, 'playlist')} changed by others`,
      json: { commit, audit, lacks: plan.lacks },
      problems,
      exit: exitOf(problems),
    };
  }
  const workspace = await readBesideRuns(ports);
  const { facts, problems, plan } = await planLive(workspace, ports, options.at);
  await ports.files.write(options.saveFacts, renderFacts(facts));
  const read = counted(Object.keys(facts.answers).length, 'answer');
  return {
    text: `Read ${read}: ${counted(facts.items.size, 'track')}, ${counted(facts.albums.size, 'album')}`,
    json: { answers: Object.keys(facts.answers).sort(), lacks: plan.lacks },
    problems,
    exit: exitOf(problems),
  };
}
