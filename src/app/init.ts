import { ledgerFolder } from '../ledger/paths.ts';
import { exits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { counted } from '../report/text/counted.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';

export type InitOptions = { readonly fresh: boolean };

/**
 * Starts a new ledger: takes the old one off the branch in one commit; git's history keeps it. The next run meets every
 * playlist anew, so that rules without a playlist of their own create one.
 */
export async function init({ fresh }: InitOptions, { git, files, clock }: Ports): Promise<Result> {
  if (!fresh) throw new Failure([problem('usage/wrong', { reason: 'so far "init" only takes "--fresh"' })]);
  await git.check();
  const expected = await git.head();
  const paths = await files.list(ledgerFolder);
  if (paths.length === 0)
    return {
      text: 'There is no ledger: the next run starts one',
      json: { removed: [] },
      problems: [],
      exit: exits.done,
    };
  const message = `Start a new ledger\n\n${counted(paths.length, 'file')} of the old one stand${paths.length === 1 ? 's' : ''} in the commit before this one.\n`;
  const gone = new Map(paths.map((path) => [path, null] as const));
  const done = await git.commit({ expected, message, files: gone, atMs: clock.now() });
  if (done.kind === 'moved') throw new Failure([problem('machine/moved-head', { tries: 1 })]);
  return {
    text: `Started a new ledger in commit ${done.commit.slice(0, 10)}; the old one stands in ${expected.slice(0, 10)}`,
    json: { commit: done.commit, before: expected, removed: paths },
    problems: [],
    exit: exits.done,
  };
}
