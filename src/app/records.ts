import type { AccountName } from '../domain/ids.ts';
import type { Outcome } from '../domain/plan.ts';
import { type Control, noControl } from '../domain/portfolio.ts';
import { renderControl } from '../ledger/control.ts';
import { controlPath, playlistPath } from '../ledger/paths.ts';
import { renderPlaylist } from '../ledger/playlist.ts';
import type { Files } from '../ports.ts';

/** Keeps what became of a playlist: whose it is, and how it stood when it was last read. */
export async function keepOutcome(
  { slug, account, id, actual }: Outcome,
  controls: Map<AccountName, Control>,
  files: Files,
): Promise<void> {
  if (id === null) return;
  const path = controlPath(account);
  const known = controls.get(account) ?? noControl;
  const control: Control = { ...known, playlists: { ...known.playlists, [slug]: { id, contact: 'known' } } };
  controls.set(account, control);
  await files.write(path, renderControl(control));
  if (actual !== null) await files.write(playlistPath(account, id), renderPlaylist(slug, actual));
}
