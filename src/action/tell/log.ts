import { visible } from '../../problem/render.ts';

/**
 * Text that the runner takes for no command of ours, whatever names stand in it: it looks for "::" at the beginning of a
 * line, spaces left out, and for "##[" anywhere.
 */
export const inert = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      visible(line)
        .replaceAll('##[', '# #[')
        .replace(/^(\s*):(?=:)/, '$1: '),
    )
    .join('\n');

/** Prints lines of the log. */
export const print = (text: string): void => {
  if (text !== '') process.stdout.write(`${inert(text)}\n`);
};
