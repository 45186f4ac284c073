import type { Facts } from '../domain/facts.ts';
import { idIn, trackUri } from '../domain/ids.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { Why } from '../domain/why.ts';
import { exits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { renderWhys, type Told } from '../report/text/whys.ts';
import { labelOf } from '../words/values/label.ts';
import { nearest } from '../words/values/nearest.ts';
import { readBesideRuns } from './beside-runs.ts';
import type { Draft } from './planning/draft.ts';
import { planLive } from './planning/live.ts';
import { planOffline, readFactsFile, withLedger } from './planning/offline.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';

export type WhyOptions = {
  readonly playlist: string;
  readonly track: string;
  readonly at: string;
  readonly facts?: string;
};

/** Why a track is in a playlist, or what kept it out, stage by stage. */
export async function why(options: WhyOptions, ports: Ports): Promise<Result> {
  const workspace = await readBesideRuns(ports);
  const slugs = workspace.playbook.rules.map(({ slug }) => slug as string);
  if (!slugs.includes(options.playlist))
    throw new Failure([
      problem('usage/no-such-playlist', { playlist: options.playlist, nearest: nearest(options.playlist, slugs) }),
    ]);
  const given = await readFactsFile(ports.files, options.facts);
  const facts = withLedger(workspace.accounts, given);
  const made =
    options.facts === undefined
      ? await planLive(workspace, ports, options.at)
      : { ...planOffline(workspace, facts, options.at, ports.clock.now()), facts, problems: [] };
  const draft = made.draftOf(options.playlist);
  const told = draft?.kind === 'ready' ? find(draft, options.track, made.facts) : [];
  // What was not planned cannot tell of any track: then the reason is what counts.
  const [first, ...others] = draft?.kind === 'alone' ? [...made.problems, ...draft.problems] : [];
  if (first !== undefined) throw new Failure([first, ...others]);
  if (told.length === 0)
    throw new Failure([problem('usage/no-such-track', { track: options.track, playlist: options.playlist })]);
  return {
    text: renderWhys(options.playlist, told),
    json: { playlist: options.playlist, tracks: told },
    problems: [],
    exit: exits.done,
  };
}

/** The rows that a link, URI, id or a part of the title or artist speaks of. */
function find({ desired }: Extract<Draft, { kind: 'ready' }>, track: string, facts: Facts): readonly Told[] {
  const id = idIn('track', track);
  const wanted = track.toLowerCase();
  const speaksOf = (key: RowKey): boolean => {
    if (id !== undefined) return key === (trackUri(id) as string);
    const label = labelOf(key, facts);
    return key === track || (label !== null && `${label.title} / ${label.artists}`.toLowerCase().includes(wanted));
  };
  const told = (key: RowKey, whys: readonly Why[], place: number | null): Told => ({
    key,
    label: labelOf(key, facts),
    place,
    whys,
  });
  return [
    ...desired.rows.flatMap(({ key, why: whys }, index) => (speaksOf(key) ? told(key, whys, index + 1) : [])),
    ...desired.dropped.flatMap(({ key, why: whys }) => (speaksOf(key) ? told(key, whys, null) : [])),
  ];
}
