import type { Command } from './command.ts';

/** What git keeps under a name: its own id, what kind of thing it is, and its bytes. */
export type Stored = { readonly id: string; readonly kind: string; readonly bytes: Buffer };

/** What these names stand for, all by one git and in their order; undefined where there is nothing. No name holds a line break. */
export async function readObjects(
  { ask }: Pick<Command, 'ask'>,
  action: string,
  names: readonly string[],
): Promise<readonly (Stored | undefined)[]> {
  const answer = await ask(action, ['cat-file', '--batch'], { input: names.map((name) => `${name}\n`) });
  let at = 0;
  return names.map((name) => {
    const start = answer.indexOf(10, at) + 1;
    const head = answer.toString('utf8', at, start).trimEnd();
    at = start;
    if (head === `${name} missing`) return undefined;
    const [id = '', kind = '', size = '0'] = head.split(' ');
    const bytes = answer.subarray(start, start + Number(size));
    at += bytes.length + 1;
    return { id, kind, bytes };
  });
}
