import { type Answer, type Facts, noFacts } from '../../domain/facts.ts';
import type { AccountName } from '../../domain/ids.ts';
import { needKey } from '../../domain/need.ts';
import type { Control } from '../../domain/portfolio.ts';
import { parseFacts } from '../../ledger/facts.ts';
import { playlistPath } from '../../ledger/paths.ts';
import { parsePlaylist } from '../../ledger/playlist.ts';
import type { Files } from '../../ports.ts';
import { Failure, orFail } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';

/** The facts in a file of `--save-facts`; none without one. */
export async function readFactsFile(files: Files, path: string | undefined): Promise<Facts> {
  if (path === undefined) return noFacts;
  const text = await files.read(path);
  if (text === undefined) throw new Failure([problem('plan/bad-file', { path, reason: 'there is no such file' })]);
  return orFail(parseFacts(text, path));
}

/** What the ledger says of the ruled playlists, under what was given: facts from a file are newer. */
export async function withLedger(
  files: Files,
  controls: ReadonlyMap<AccountName, Control>,
  given: Facts,
): Promise<Facts> {
  const answers: Record<string, Facts['answers'][string]> = {};
  for (const [account, { playlists }] of controls)
    for (const controlled of Object.values(playlists)) {
      const path = controlled === undefined ? undefined : playlistPath(account, controlled.id);
      const text = path === undefined ? undefined : await files.read(path);
      if (controlled === undefined || path === undefined || text === undefined) continue;
      const need = { account, kind: 'playlist', id: controlled.id } as const;
      const answer: Answer<'playlist'> = { state: 'whole', found: orFail(parsePlaylist(text, path)).actual };
      answers[needKey(need)] = { need, answer };
    }
  return { ...given, answers: { ...answers, ...given.answers } };
}
