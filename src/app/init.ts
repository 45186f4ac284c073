import { parseControl } from '../ledger/control.ts';
import { isControlPath, ledgerFolder, worldPath } from '../ledger/paths.ts';
import type { Files } from '../ports.ts';
import { counted } from '../problem/counted.ts';
import { exits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { underLeases } from './syncing/leases.ts';

export type InitOptions = { readonly fresh: boolean; readonly yes: boolean };

/**
 * Starts a new ledger: takes the old one off the branch in one commit; git's history keeps it. The next run meets every
 * playlist anew, so that rules without a playlist of their own create one. Dry unless told `--yes`.
 */
export async function init({ fresh, yes }: InitOptions, ports: Ports): Promise<Result> {
  if (!fresh) throw new Failure([problem('usage/wrong', { reason: 'so far "init" only takes "--fresh"' })]);
  await ports.git.check();
  return yes ? underLeases(ports, () => startAnew(yes, ports)) : startAnew(yes, ports);
}

async function startAnew(yes: boolean, { git, files, clock }: Ports): Promise<Result> {
  const expected = await git.head();
  // The simulator's Spotify is no record of it: it stays, as the real one does.
  const paths = (await files.list(ledgerFolder)).filter((path) => path !== worldPath);
  if (paths.length === 0)
    return {
      text: 'There is no ledger: the next run starts one',
      json: { removed: [] },
      problems: [],
      exit: exits.done,
    };
  const ruled = await ruledIn(files, paths);
  const again = `the next run makes ${ruled === 1 ? 'its playlist' : `its ${counted(ruled, 'playlist')}`} a second time`;
  const twice = ruled === 0 ? '' : `; ${again}, since it no longer knows which ones were made`;
  if (!yes)
    return {
      text: `Would take ${counted(paths.length, 'file')} of the ledger off the branch: run it with --yes${twice}`,
      json: { would: paths, ruled },
      problems: [],
      exit: exits.done,
    };
  const message = `Start a new ledger\n\n${counted(paths.length, 'file')} of the old one stand${paths.length === 1 ? 's' : ''} in the commit before this one.\n`;
  const gone = new Map(paths.map((path) => [path, null] as const));
  const done = await git.commit({ expected, message, files: gone, atMs: clock.now() });
  if (done.kind === 'moved') throw new Failure([problem('machine/moved-head', { tries: 1 })]);
  return {
    text: `Started a new ledger in commit ${done.commit.slice(0, 10)}; the old one stands in ${expected.slice(0, 10)}${twice}`,
    json: { commit: done.commit, before: expected, removed: paths, ruled },
    problems: [],
    exit: exits.done,
  };
}

/** How many playlists the ledger rules, as far as it can be read: a new one may be wanted because the old one is broken. */
async function ruledIn(files: Files, paths: readonly string[]): Promise<number> {
  const controls = paths.filter(isControlPath);
  const parsed = await Promise.all(controls.map(async (path) => parseControl((await files.read(path)) ?? '', path)));
  return parsed.reduce((sum, one) => sum + (one.ok ? Object.keys(one.value.playlists).length : 0), 0);
}
