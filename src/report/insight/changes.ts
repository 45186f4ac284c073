import type { PlaylistId } from '../../domain/ids.ts';
import type { AuditBody, Author } from '../../domain/records/audit.ts';
import { namesOfGone } from '../../ledger/audit.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { momentInWords } from './dates.ts';
import type { ChangeInsight, PlaylistRef } from './insight.ts';
import { rowsOf } from './rows.ts';

type Named = ReadonlyMap<PlaylistId, PlaylistRef>;

/** All that the audits still hold, newest first; playlists that no rule rules any more as they were recorded last. */
export const changesOf = (
  accounts: readonly AccountLedger[],
  named: Named,
  files: ReadonlySet<string>,
): readonly ChangeInsight[] =>
  accounts
    .flatMap((ledger) => {
      const gone = namesOfGone(ledger);
      return ledger.audit.flatMap((line) =>
        'body' in line ? changeOf(line.body, { ledger, named, gone, files }) : [],
      );
    })
    .map((change, index) => ({ change, index }))
    .sort((one, other) => compare(other.change.at, one.change.at) || other.index - one.index)
    .map(({ change }) => change);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

type Around = {
  readonly ledger: AccountLedger;
  readonly named: Named;
  readonly gone: ReadonlyMap<PlaylistId, string>;
  /** Below `playlists/`, that are there still. */
  readonly files: ReadonlySet<string>;
};

function changeOf(body: AuditBody, { ledger, named, gone, files }: Around): ChangeInsight {
  const { night, at, run, kind, who, commit, playlist: id } = body;
  const recorded = ledger.playlists.get(id);
  const slug = body.rule ?? body.gone?.rule ?? recorded?.rule ?? ('' as PlaylistRef['slug']);
  return {
    night,
    at,
    run,
    account: ledger.account,
    playlist: named.get(id) ?? { id, slug, name: recorded?.actual.details.name ?? gone.get(id) ?? id },
    kind,
    who,
    by: byWhom(who),
    entered: rowsOf('entered', body.entered, ledger, files),
    left: rowsOf('left', body.left, ledger, files),
    moved: rowsOf('moved', body.moved, ledger, files),
    details: Object.entries(body.details ?? {}).map(([field, value]) => [field, String(value)] as const),
    commit,
  };
}

function byWhom(who: Author): string {
  if (who.by !== 'setlist') return who.by === 'hand' ? 'by hand' : 'by Spotify';
  const person = who.actor === null ? '' : ` by ${who.actor}`;
  if (who.restore !== undefined) return `restored to ${momentInWords(who.restore)}${person}`;
  return {
    schedule: 'by its rule',
    merge: `by its rule, after a merge${person}`,
    manual: `by its rule, started${person || ' by hand'}`,
  }[who.trigger];
}
