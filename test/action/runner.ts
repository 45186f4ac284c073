import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../scenarios/stage/run.ts';

export type Job = {
  /** Built `dist/action.js`. */
  readonly main: string;
  /** Where the repository was checked out. */
  readonly workspace: string;
  /** The runner's own files. */
  readonly temp: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Hands over the way to end it from outside. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void) => void;
};

export type Step = {
  readonly exit: number | null;
  /** The log as the runner reads it, line by line. */
  readonly log: string;
  readonly err: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
};

/** Runs a step in a process of its own with what a runner gives it, and nothing of our environment but where Node stands. */
export async function runStep({ main, workspace, temp, inputs = {}, env = {}, started }: Job): Promise<Step> {
  mkdirSync(temp, { recursive: true });
  const [summary, output] = [join(temp, 'summary.md'), join(temp, 'output')];
  for (const path of [summary, output]) writeFileSync(path, '');
  const { PATH = '', HOME = '' } = process.env;
  const variables = {
    PATH,
    HOME,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: output,
    GITHUB_REPOSITORY: 'nightbird/setlist',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_ACTOR: 'octocat',
    RUNNER_TEMP: temp,
    ...inputVariables(inputs),
    ...env,
  };
  const child = spawn(join(root, 'node_modules', '.bin', 'node'), [main], {
    cwd: workspace,
    env: Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined)),
  });
  started?.((signal) => void child.kill(signal));
  const [log, err, exit] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject)),
  ]);
  return { exit, log, err, summary: readFileSync(summary, 'utf8'), outputs: outputsIn(readFileSync(output, 'utf8')) };
}

/** As the runner names them; what the workflow leaves out has the default of action.yml. */
const inputVariables = (inputs: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ command: 'sync', account: '', yes: 'true', token: '', ...inputs }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]),
  );

/** Reads the file of outputs as the runner does: a name, a delimiter, the value, the delimiter. */
export function outputsIn(file: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = file.split('\n');
  for (let line = 0; line < lines.length; line += 1) {
    const [, name, delimiter] = /^([^<]+)<<(.+)$/.exec(lines[line] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, line + 1);
    outputs[name] = lines.slice(line + 1, end).join('\n');
    line = end;
  }
  return outputs;
}

export type RunnerCommand = { readonly name: string; readonly properties: string; readonly data: string };

/** What a runner obeys in a log: `::name properties::data` at the beginning of a line, `##[name]data` anywhere in one. */
export const commandsIn = (log: string): readonly RunnerCommand[] =>
  log.split(/\r\n|\r|\n/).flatMap((line) => {
    const [, name, properties = '', data = ''] =
      /^\s*::([^ :]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line) ??
      /##\[([^\] ]+)(?: ([^\]]*))?\](.*)$/.exec(line) ??
      [];
    return name === undefined ? [] : [{ name, properties, data: unescaped(data) }];
  });

const unescaped = (data: string): string => data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
