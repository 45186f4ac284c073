import type { PlaylistId, Slug } from '../../domain/ids.ts';
import type { HistoryLine } from '../../domain/records/history.ts';
import type { RunEnd } from '../../domain/records/run.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { endsOf } from '../../ledger/runs.ts';
import type { OverviewNight, PlaylistNight } from '../charts/chart.ts';
import { nightsFrom } from './dates.ts';
import { isGuard, isSeen } from './findings.ts';

/** A playlist's nights up to `until`: the history's own, and those on which it was read and stood as before. */
export function nightsOf(
  { id, slug }: { readonly id: PlaylistId; readonly slug: Slug },
  ledger: AccountLedger,
  until: string,
): readonly PlaylistNight[] {
  const lines = Map.groupBy(
    ledger.history.filter(({ playlist, night }) => playlist === id && night <= until),
    ({ night }) => night,
  );
  const first = [...lines.keys()].sort()[0];
  if (first === undefined) return [];
  const read = readNights(ledger, slug);
  const heldBack = new Set(endsOf(ledger.runs).flatMap((end) => (isHeld(end, slug) ? end.night : [])));
  const edited = editedNights(ledger, id);
  const isOfNothing = createdOn(ledger, id) === first && ledger.history.some(({ night }) => night < first);
  let count = 0;
  return nightsFrom(first, until).flatMap((night): PlaylistNight[] => {
    const own = lines.get(night);
    if (own === undefined && !read.has(night)) return [];
    count = own?.at(-1)?.count ?? count;
    const moved = night === first && !isOfNothing ? [] : (own ?? []);
    return [
      {
        night,
        count,
        entered: sum(moved, 'entered'),
        left: sum(moved, 'left'),
        byHand: edited.has(night),
        held: heldBack.has(night),
      },
    ];
  });
}

/** The night on which we made the playlist; null where it was there before, or the audit does not reach back so far. */
export function createdOn({ audit }: AccountLedger, id: PlaylistId): string | null {
  const line = audit.find((one) => 'body' in one && one.body.playlist === id && one.body.kind === 'created');
  return line !== undefined && 'body' in line ? line.body.night : null;
}

/** The last night on which its list was another one than before; null when it never was. */
export function lastChangeOf(history: readonly HistoryLine[], id: PlaylistId, until: string): string | null {
  const told = history.filter(({ playlist, night, hash }) => playlist === id && night <= until && hash !== undefined);
  return told.findLast(({ hash }, index) => index > 0 && hash !== told[index - 1]?.hash)?.night ?? null;
}

/** All playlists together, on nights on which each of them that had begun was read; what one joins with has come in. */
export function togetherOf(playlists: readonly (readonly PlaylistNight[])[]): readonly OverviewNight[] {
  const firsts = playlists.flatMap((nights) => nights[0]?.night ?? []);
  const began = firsts.toSorted()[0];
  const joining = new Set(
    playlists.flatMap(([first]) => (first === undefined || first.night === began ? [] : [first])),
  );
  const byNight = Map.groupBy(playlists.flat(), ({ night }) => night);
  const open = { entered: 0, left: 0 };
  return [...byNight].sort(byDate).flatMap(([night, nights]): OverviewNight[] => {
    for (const one of nights) {
      open.entered += joining.has(one) ? one.count : one.entered;
      open.left += joining.has(one) ? 0 : one.left;
    }
    if (nights.length < firsts.filter((first) => first <= night).length) return [];
    const { entered, left } = open;
    open.entered = 0;
    open.left = 0;
    return [{ night, tracks: total(nights, 'count'), entered, left }];
  });
}

/** Nights on which the account was seen and nothing says that this playlist was not. */
const readNights = ({ runs }: AccountLedger, slug: Slug): ReadonlySet<string> =>
  new Set(endsOf(runs).flatMap((end) => (isSeen(end) && !isUnread(end, slug) ? end.night : [])));

const isUnread = ({ undone }: RunEnd, slug: Slug): boolean =>
  undone.some((one) => one.slug === slug && one.problems.some(({ code }) => code === 'plan/unreadable'));

const isHeld = ({ findings = [] }: RunEnd, slug: Slug): boolean =>
  findings.some((one) => one.slug === slug && isGuard(one.finding));

const editedNights = ({ audit }: AccountLedger, id: PlaylistId): ReadonlySet<string> =>
  new Set(
    audit.flatMap((line) =>
      'body' in line && line.body.playlist === id && line.body.who.by === 'hand' ? line.body.night : [],
    ),
  );

const sum = (lines: readonly HistoryLine[], what: 'entered' | 'left'): number =>
  lines.reduce((all, line) => all + line[what].length, 0);

const total = (nights: readonly PlaylistNight[], what: 'count' | 'entered' | 'left'): number =>
  nights.reduce((all, night) => all + night[what], 0);

const byDate = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);
