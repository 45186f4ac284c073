import type { RunLine } from '../../domain/records/run.ts';
import type { Git } from '../../ports.ts';
import { few } from '../../problem/few.ts';
import { problem } from '../../problem/problem.ts';
import type { Look } from '../../report/text/doctor.ts';
import { instantOf } from '../syncing/run.ts';
import { not, tried, unseen, well } from './looks.ts';

const wantedNode = 24;
/** A clock that is off by less is nobody's concern, in milliseconds. */
const toleranceMs = 10 * 60_000;

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
  const ends = runs.map((line) => (line.event === 'end' ? line.ended : line.at)).sort();
  const ended = ends.at(-1);
  if (ended === undefined) return unseen('clock', 'The clock against the last run', 'none is recorded');
  if (Date.parse(ended) - nowMs > toleranceMs)
    return not('clock', problem('machine/clock-behind', { now: instantOf(nowMs), ended }));
  return well('clock', `The clock, ${instantOf(nowMs)}, is past the last run that is recorded, ${ended}`);
}

/** Against Spotify's, as it was told with an answer. */
export function lookAtSpotifysClock(serverMs: number | null, nowMs: number): Look {
  if (serverMs === null) return unseen('clock-spotify', "The clock against Spotify's", 'no answer of Spotify told it');
  const offMs = nowMs - serverMs;
  if (Math.abs(offMs) <= toleranceMs) return well('clock-spotify', "The clock agrees with Spotify's");
  const direction = offMs > 0 ? 'ahead' : 'behind';
  return not('clock-spotify', problem('sign-in/clock', { minutes: Math.round(Math.abs(offMs) / 60_000), direction }));
}
