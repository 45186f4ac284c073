import type { RunLine } from '../../domain/records/run.ts';
import type { Git } from '../../ports.ts';
import { few } from '../../problem/few.ts';
import { problem } from '../../problem/problem.ts';
import type { Look } from '../../report/text/doctor.ts';
import { clockBehind, lastRunAt, skewOf } from '../clock.ts';
import { instantOf } from '../syncing/run.ts';
import { not, tried, unseen, well } from './looks.ts';

const wantedNode = 24;

export function lookAtNode(version: string): Look {
  const found = version.replace(/^v/, '');
  return Number.parseInt(found, 10) >= wantedNode
    ? well('node', `Node ${found}`)
    : not('node', problem('machine/node', { found, wanted: wantedNode }));
}

/** Everything that would make a commit fail, and rules that a run would refuse because they are not committed. */
export async function lookAtGit(git: Git): Promise<readonly Look[]> {
  const checked = await tried('git', () => git.check());
  if (!checked.ok) return checked.looks;
  const changed = await tried('committed', () => git.changed(['playlists']));
  if (!changed.ok) return changed.looks;
  const rules = changed.value;
  return [
    well('git', 'git: a branch is checked out, nothing is under way, everything can be written'),
    ...(rules.length === 0
      ? [well('committed', 'The rules are committed')]
      : [not('committed', problem('machine/uncommitted-rules', { paths: few(rules) }))]),
  ];
}

/** Against the last run that is recorded. */
export function lookAtRecordedClock(runs: readonly RunLine[], nowMs: number): Look {
  const ended = lastRunAt(runs);
  if (ended === undefined) return unseen('clock', 'The clock against the last run', 'none is recorded');
  const late = clockBehind(runs, nowMs);
  if (late !== undefined) return not('clock', late);
  return well('clock', `The clock, ${instantOf(nowMs)}, is past the last run that is recorded, ${ended}`);
}

/** Against Spotify's, as it was told with an answer. */
export function lookAtSpotifysClock(serverMs: number | null, nowMs: number): Look {
  if (serverMs === null) return unseen('clock-spotify', "The clock against Spotify's", 'no answer of Spotify told it');
  const skew = skewOf(nowMs - serverMs);
  return skew === undefined ? well('clock-spotify', "The clock agrees with Spotify's") : not('clock-spotify', skew);
}
