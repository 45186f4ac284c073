import { CommanderError } from 'commander';
import { interruptedBy } from '../app/interrupted.ts';
import { exitOf } from '../problem/catalogue.ts';
import { exits, signalExits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
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
    return refused(error, argv, interrupt.signal);
  } finally {
    interrupt.stop();
  }
}

async function refused(error: unknown, argv: readonly string[], signal: AbortSignal): Promise<number> {
  const json = argv.includes('--json');
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exits.done;
    // Commander has told it to the person already; a program reads a document.
    return json ? refused(usage(error.message.replace(/^error: /, '')), argv, signal) : exits.usage;
  }
  const by = interruptedBy(signal);
  const problems = error instanceof Failure ? error.problems : [];
  // Where nothing could be kept, a signal ends a command by its own reason.
  if (!(error instanceof Failure) && (by === undefined || error !== signal.reason)) return printBug(error);
  const exit = by === undefined ? exitOf(problems) : signalExits[by];
  return printResult({ command: argv[0] ?? '', json, quiet: false, result: { text: '', json: {}, problems, exit } });
}

const usage = (reason: string): Failure => new Failure([problem('usage/wrong', { reason })]);
