import type { Ports } from '../../app/ports.ts';
import type { Result } from '../../app/result.ts';
import { Failure } from '../../problem/failure.ts';
import { renderProblem } from '../../problem/render.ts';

/** What the work comes to, and with it, however it ends, which secrets were replaced meanwhile and stand nowhere. */
export async function tellingUnkept({ unkept }: Pick<Ports, 'unkept'>, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    const told = new Set(result.problems);
    return { ...result, problems: [...result.problems, ...unkept().filter((one) => !told.has(one))] };
  } catch (error) {
    const lost = unkept();
    if (error instanceof Failure && lost.length > 0)
      throw new Failure([...error.problems, ...lost], { cause: error.cause });
    for (const one of lost) process.stderr.write(`${renderProblem(one)}\n`);
    throw error;
  }
}
