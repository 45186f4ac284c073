import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exits } from '../problem/exit.ts';
import type { Problem } from '../problem/problem.ts';
import { renderProblem } from '../problem/render.ts';
import type { Ran } from './program.ts';

const issues = 'https://github.com/setlist-as-code/setlist/issues';

/** A signal that ended the command is how it ended, whatever else it came to. */
type Told = Omit<Ran, 'result'> & { readonly result: Omit<Ran['result'], 'exit'> & { readonly exit: number } };

/** Prints what a command came to: results to standard output, problems to standard error; with `--json` one document. */
export async function printResult({ command, json, quiet, dir = '.', result }: Told): Promise<number> {
  const { text, told = [], exit } = result;
  if (json) {
    write(process.stdout, jsonOf({ version: 1, command, exit, problems: result.problems, ...result.json }));
    return exit;
  }
  if (!quiet && text !== '') write(process.stdout, text);
  const problems = quiet ? [...told, ...result.problems] : result.problems;
  const sources = await sourcesOf(problems, dir);
  for (const problem of problems)
    write(
      process.stderr,
      renderProblem(problem, (file) => sources.get(file)),
    );
  return exit;
}

/** A mistake of ours: its stack, and where to tell us. */
export function printBug(error: unknown): number {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  write(process.stderr, `This is a bug of Setlist. Nothing more was sent. Please report it at ${issues}\n${stack}`);
  return exits.bug;
}

/** JSON in which nothing acts on a terminal: names come from strangers, and JSON itself escapes only the oldest controls. */
const jsonOf = (document: object): string =>
  JSON.stringify(document, null, 2).replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

const write = (stream: NodeJS.WriteStream, text: string): void => {
  stream.write(`${text}\n`);
};

/** The files that problems point into, for the lines above the carets; one that cannot be read has none. */
async function sourcesOf(problems: readonly Problem[], dir: string): Promise<ReadonlyMap<string, string>> {
  const files = new Set(problems.flatMap(({ at }) => (at === undefined ? [] : at.file)));
  const texts = await Promise.all(
    [...files].map(async (file) => [file, await readFile(join(dir, file), 'utf8').catch(() => undefined)] as const),
  );
  return new Map(texts.flatMap(([file, text]) => (text === undefined ? [] : [[file, text] as const])));
}
