import { vi } from 'vitest';
import { run } from '../../../src/cli/run.ts';

export type Said = { readonly exit: number; readonly text: string };

/** Runs a command here, as its own process would, and takes down whatever it prints, wherever. */
export async function said(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  heard: (text: string) => void = () => undefined,
): Promise<Said> {
  let text = `setlist ${args.join(' ')}\n`;
  const write = (chunk: unknown): boolean => {
    text += String(chunk);
    heard(text);
    return true;
  };
  const streams = [process.stdout, process.stderr].map((one) => vi.spyOn(one, 'write').mockImplementation(write));
  try {
    return { exit: await run(args, { ...env }), text };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}
