import { CommanderError } from 'commander';
import { interruptedBy, signalExits } from '../app/interrupted.ts';
import type { Result } from '../app/result.ts';
import { exitOf } from '../problem/catalogue.ts';
import { exits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { whenSignalled } from './interrupt.ts';
import { printBug, printResult } from './print.ts';
import { program, type Ran } from './program.ts';

/** Runs one command and answers its exit code. The only place that catches. */
export async function run(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const interrupt = whenSignalled();
  let ran: Ran | undefined;
  try {
    await program(env, interrupt.signal, (done) => {
      ran = done;
    }).parseAsync([...argv], { from: 'user' });
    const by = interruptedBy(interrupt.signal);
    if (ran === undefined) return by === undefined ? exits.done : signalExits[by];
    return printResult(by === undefined ? ran : { ...ran, result: { ...ran.result, exit: signalExits[by] } });
  } catch (error) {
    return refused(error, argv);
  } finally {
    interrupt.stop();
  }
}

async function refused(error: unknown, argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exits.done;
    // Commander has told it to the person already; a program reads a document.
    return json ? refused(usage(error.message.replace(/^error: /, '')), argv) : exits.usage;
  }
  if (!(error instanceof Failure)) return printBug(error);
  return printResult({ command: argv[0] ?? '', json, quiet: false, result: failed(error.problems) });
}

const failed = (problems: readonly Problem[]): Result => ({ text: '', json: {}, problems, exit: exitOf(problems) });

const usage = (reason: string): Failure => new Failure([problem('usage/wrong', { reason })]);
