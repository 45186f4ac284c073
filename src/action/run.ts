import { endGroup, setFailed, setOutput, startGroup } from '@actions/core';
import { interruptedBy } from '../app/interrupted.ts';
import type { Result } from '../app/result.ts';
import { whenSignalled } from '../cli/interrupt.ts';
import { exitOf } from '../problem/catalogue.ts';
import { distinct } from '../problem/distinct.ts';
import { exits, signalExits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { renderProblem } from '../problem/render.ts';
import { readInputs } from './inputs.ts';
import { maskSecrets } from './mask.ts';
import { perform } from './perform.ts';
import { keepPlan, wasChanged } from './plan-file.ts';
import { writeSummary } from './summary/write.ts';
import { annotateProblems } from './tell/annotations.ts';
import { tellEnd } from './tell/end.ts';
import { inert, print } from './tell/log.ts';

const issues = 'https://github.com/setlist-as-code/setlist/issues';

/** One step of a job: inputs to a command, its result to log, annotations, summary, outputs and exit code. The only place that catches. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  maskSecrets(env);
  const interrupt = whenSignalled();
  try {
    const { command, result } = await ended(env, interrupt.signal);
    await tell(command, result, env);
  } catch (error) {
    // Where nothing could be kept, a signal ends a command by its own reason.
    if (error !== interrupt.signal.reason) tellBug(error);
  } finally {
    const by = interruptedBy(interrupt.signal);
    if (by !== undefined) {
      process.exitCode = signalExits[by];
      setOutput('exit', signalExits[by]);
    }
    interrupt.stop();
  }
}

type Ended = { readonly command: string; readonly result: Result };

async function ended(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Ended> {
  let command = 'setlist';
  try {
    const inputs = readInputs();
    command = inputs.command;
    return { command, result: await grouped((say) => perform({ inputs, env, say, signal })) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { problems } = error;
    return { command, result: { text: '', json: {}, problems, exit: exitOf(problems) } };
  }
}

/** Progress goes into a fold of the log that is there only when something is said. */
async function grouped<T>(work: (say: (line: string) => void) => Promise<T>): Promise<T> {
  let isOpen = false;
  const say = (line: string): void => {
    if (!isOpen) startGroup('Progress');
    isOpen = true;
    print(line);
  };
  try {
    return await work(say);
  } finally {
    if (isOpen) endGroup();
  }
}

async function tell(command: string, result: Result, env: NodeJS.ProcessEnv): Promise<void> {
  const { text, problems, told = [], exit } = result;
  print(text);
  for (const problem of problems) print(renderProblem(problem));
  const all = distinct([...problems, ...told]);
  annotateProblems(all);
  const plan = await keepPlan(result, env);
  await writeSummary(command, { ...result, problems: all }, env);
  tellEnd({ exit, problems: all, changed: wasChanged(result), plan });
}

/** A mistake of ours: its stack, and where to tell us. */
function tellBug(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  print(stack);
  setOutput('exit', exits.bug);
  setFailed(inert(`This is a bug of Setlist. Nothing more was sent. Please report it at ${issues}`));
}
