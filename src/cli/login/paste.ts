import { createInterface } from 'node:readline';
import { isCancel, text } from '@clack/prompts';
import { messageOf } from '../../problem/catalogue.ts';
import type { Answered, Waiting } from './listener.ts';

type Pasting = Omit<Waiting, 'redirect'>;

/** Takes the address from a person who copies it out of the browser; null when they give up, or the input ends. */
export const paste = (pasting: Pasting): Promise<Answered | null> =>
  process.stdin.isTTY ? pasteAtTerminal(pasting) : pasteFromInput(pasting);

async function pasteAtTerminal({ judge, ready, signal }: Pasting): Promise<Answered | null> {
  ready();
  const answer = await text({
    message: 'The address that the browser shows in the end',
    validate: (given = '') => {
      const judged = judge(given);
      return judged.kind === 'other' ? messageOf(judged.problem) : undefined;
    },
    output: process.stderr,
    signal,
  });
  const judged = isCancel(answer) ? undefined : judge(answer);
  return judged === undefined || judged.kind === 'other' ? null : judged;
}

/** A line an address. */
async function pasteFromInput({ judge, tell, ready, signal }: Pasting): Promise<Answered | null> {
  const lines = createInterface({ input: process.stdin, signal });
  ready();
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const judged = judge(line);
    if (judged.kind !== 'other') return judged;
    tell(judged.problem);
  }
  return null;
}
