import type { Answer, Entry } from '../../domain/facts.ts';
import type { NeedOf } from '../../domain/need.ts';
import { playlistPath } from '../../ledger/paths.ts';
import { parsePlaylist } from '../../ledger/playlist.ts';
import type { Git } from '../../ports.ts';
import { orFail } from '../../problem/failure.ts';
import { startOfNightMs } from '../../words/settings/schedule/due.ts';
import { dayAfter } from '../../words/values/days.ts';

/** What the ledger said of a playlist at the end of a night: answered by git's history, at no cost to Spotify. */
export const recallFrom =
  (git: Git, timezone: string) =>
  async ({ account, id, night }: NeedOf<'as_of'>): Promise<Answer<'as_of'>> => {
    const path = playlistPath(account, id);
    const [last] = await git.log([path], { most: 1, untilMs: startOfNightMs(dayAfter(night), timezone) });
    const text = last === undefined ? undefined : await git.read(last.commit, path);
    // A checkout without its whole history knows less: that is no answer to keep.
    if (text === undefined) return { state: 'part', found: null, because: 'the ledger does not know it that far back' };
    const { rows } = orFail(parsePlaylist(text, path)).actual;
    const found = rows.flatMap((row): readonly Entry[] =>
      row.kind === 'item' ? [{ uri: row.uri, addedAt: row.addedAt }] : [],
    );
    return { state: 'whole', found };
  };
