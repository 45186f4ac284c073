import type { Ports } from '../../app/ports.ts';
import type { Result } from '../../app/result.ts';
import { Failure } from '../../problem/failure.ts';
import type { Problem } from '../../problem/problem.ts';
import { renderProblem } from '../../problem/render.ts';

/** What the work comes to, and with it, however it ends, which secrets were replaced meanwhile and stand nowhere. */
export async function tellingUnkept({ unkept }: Pick<Ports, 'unkept'>, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    const told = new Set(result.problems.map(subjectOf));
    return { ...result, problems: [...result.problems, ...unkept().filter((one) => !told.has(subjectOf(one)))] };
  } catch (error) {
    const lost = unkept();
    if (error instanceof Failure && lost.length > 0)
      throw new Failure([...error.problems, ...lost], { cause: error.cause });
    for (const one of lost) process.stderr.write(`${renderProblem(one)}\n`);
    throw error;
  }
}

/** What the doctor finds of a sign-in is the same thing, told once. */
const subjectOf = ({ code, facts }: Problem): string =>
  code === 'sign-in/rotated' || code === 'spotify/rotated-not-kept'
    ? `rotated ${(facts as { readonly account: string }).account}`
    : code;
