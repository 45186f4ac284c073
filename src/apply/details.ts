import { readsAs } from '../domain/escaped.ts';
import type { DetailsWrite } from '../domain/plan.ts';
import type { Details } from '../domain/playlist.ts';
import { messageOf } from '../problem/catalogue.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { mostTries, refusalIn, settlingAfter, unknownOutcome } from './attempt.ts';
import type { Playlist } from './playlist.ts';

/**
 * Details are wished, not owed: one that Spotify does not take is reported, and the rest goes on. Sent twice they come to
 * the same, so nothing is read back.
 */
export async function change(playlist: Playlist, { details }: DetailsWrite): Promise<readonly Problem[]> {
  for (let tries = 1; ; tries++) {
    try {
      await playlist.send((spotify) => spotify.change(playlist.known(), details));
      return [];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const [first] = error.problems;
      const isUnknown = unknownOutcome(error) !== undefined;
      if (first.code !== 'spotify/bad-request' && !isUnknown) throw error;
      if (isUnknown && tries < mostTries) {
        await playlist.settle(settlingAfter(tries));
        continue;
      }
      const refusal = refusalIn(error);
      if (refusal !== undefined) throw refusal;
      const field = Object.keys(details).join(', ');
      const message = first.code === 'spotify/bad-request' ? first.facts.message : messageOf(first);
      return [problem('apply/details-refused', { playlist: playlist.plan.name, field, message })];
    }
  }
}

/**
 * Details that read otherwise than they were accepted are sent once more: an answer of 200 that cannot be told from a good
 * one is all that was seen of them. Those that were refused are reported already.
 */
export async function changeUnkept(playlist: Playlist, known: readonly Problem[]): Promise<readonly Problem[]> {
  if (known.some(({ code }) => code === 'apply/details-refused')) return [];
  const unkept = playlist.plan.writes.filter((write) => write.kind === 'details' && !isKept(write, playlist));
  const problems: Problem[] = [];
  for (const write of unkept) problems.push(...(await change(playlist, write as DetailsWrite)));
  return problems;
}

/** `public` is left out: Spotify often shows another value than was set (`spotify-api.md` 4.7). */
function isKept({ details: { name, description } }: DetailsWrite, { actual }: Playlist): boolean {
  const there: Partial<Details> = actual?.details ?? {};
  return (
    (name === undefined || readsAs(name, there.name)) &&
    (description === undefined || readsAs(description, there.description))
  );
}
