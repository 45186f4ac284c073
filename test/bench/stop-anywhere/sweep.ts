import type { Point } from './kill.ts';
import type { Program } from './stand.ts';
import { type Prepared, stopAt, type Verdict } from './stop.ts';

/** A point with its number among all points, which decides what is edited and how much time passes. */
export type Numbered = { readonly point: Point; readonly number: number };

export const numbered = (points: readonly Point[]): readonly Numbered[] =>
  points.map((point, number) => ({ point, number }));

/** Kills at each of these points, a few at a time. Before and after follow each other: every other pair is edited by hand. */
export async function sweep(
  points: readonly Numbered[],
  { prepared, program, workers }: { readonly prepared: Prepared; readonly program: Program; readonly workers: number },
  tell: (verdict: Verdict, number: number) => void = () => {},
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const queue = [...points];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const turn = next.number >> 1;
      const verdict = await stopAt(next.point, turn, turn % 2 === 0, prepared, program);
      verdicts.push(verdict);
      tell(verdict, next.number);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return verdicts;
}
