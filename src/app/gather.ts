import type { Answer } from '../domain/facts.ts';
import { needKey } from '../domain/need.ts';
import { renderFacts } from '../ledger/facts.ts';
import { playlistPath } from '../ledger/paths.ts';
import { renderPlaylist } from '../ledger/playlist.ts';
import { exitOf } from '../problem/catalogue.ts';
import { counted } from '../report/text/counted.ts';
import { planLive } from './planning/live.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { readWorkspace } from './workspace.ts';

export type GatherOptions = { readonly at: string; readonly saveFacts?: string };

/** Reads what the rules need: the ruled playlists go into the ledger, everything into a facts file when one is named. */
export async function gatherFacts(options: GatherOptions, ports: Ports): Promise<Result> {
  const workspace = await readWorkspace(ports.files);
  const { facts, problems, plan } = await planLive(workspace, ports, options.at);
  const paths: string[] = [];
  for (const rule of workspace.playbook.rules) {
    const id = workspace.controls.get(rule.account)?.playlists[rule.slug]?.id;
    if (id === undefined) continue;
    const answer = facts.answers[needKey({ account: rule.account, kind: 'playlist', id })]?.answer as
      | Answer<'playlist'>
      | undefined;
    if (answer?.state !== 'whole') continue;
    paths.push(playlistPath(rule.account, id));
    await ports.files.write(playlistPath(rule.account, id), renderPlaylist({ rule: rule.slug, actual: answer.found }));
  }
  if (options.saveFacts !== undefined) await ports.files.write(options.saveFacts, renderFacts(facts));
  const read = counted(Object.keys(facts.answers).length, 'answer');
  return {
    text: `Read ${read}: ${counted(Object.keys(facts.items).length, 'track')}, ${counted(Object.keys(facts.albums).length, 'album')}, ${counted(paths.length, 'ruled playlist')}`,
    json: { answers: Object.keys(facts.answers).sort(), written: paths, lacks: plan.lacks },
    problems,
    exit: exitOf(problems),
  };
}
