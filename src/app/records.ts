import type { AccountName } from '../domain/ids.ts';
import type { Outcome } from '../domain/plan.ts';
import { type Control, type Controlled, noControl } from '../domain/portfolio.ts';
import { renderControl } from '../ledger/control.ts';
import { controlPath, playlistPath } from '../ledger/paths.ts';
import { renderPlaylist } from '../ledger/playlist.ts';
import type { Files } from '../ports.ts';

/** Writes what is ruled as it is known already: a disk that refuses must say so before anything is done that it should remember. */
export const keepControl = (account: AccountName, control: Control, files: Files): Promise<void> =>
  files.write(controlPath(account), renderControl(control));

/** Keeps what became of a playlist: whose it is, and how it stood when it was last read. */
export async function keepOutcome(
  { slug, account, id, actual, contact }: Outcome & Pick<Controlled, 'contact'>,
  controls: Map<AccountName, Control>,
  files: Files,
): Promise<void> {
  if (id === null) return;
  const known = controls.get(account) ?? noControl;
  const control: Control = { ...known, playlists: { ...known.playlists, [slug]: { id, contact } } };
  controls.set(account, control);
  await keepControl(account, control, files);
  if (actual !== null) await files.write(playlistPath(account, id), renderPlaylist({ rule: slug, actual }));
}
