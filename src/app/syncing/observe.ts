import { readsAs } from '../../domain/escaped.ts';
import { hashKeys } from '../../domain/hash.ts';
import type { PlaylistId, Slug } from '../../domain/ids.ts';
import { type Actual, type Details, keysOf, type RowKey } from '../../domain/playlist.ts';
import type { AuditBody } from '../../domain/records/audit.ts';
import { type HistoryLine, lastHash } from '../../domain/records/history.ts';
import type { Recorded } from '../../ledger/ledger.ts';
import type { Cut } from './cuts.ts';
import { type Difference, differenceBetween, isNone, noDifference, whysIn } from './difference.ts';
import type { Run } from './run.ts';
import type { Seen } from './seen.ts';

/** A playlist as it was read tonight, beside what the ledger knew of it. */
export type Observed = {
  readonly slug: Slug;
  readonly actual: Actual;
  readonly recorded: Recorded | undefined;
  readonly cut: Cut | undefined;
  /** Undefined when the ledger meets it for the first time. */
  readonly seen: Seen | 'as recorded' | undefined;
};

/** What the audit says of it: what a cut-off run of ours did, what Spotify did, what people did, each once. */
export function auditOf({ slug, actual, recorded, cut, seen }: Observed, run: Run): readonly AuditBody[] {
  const about = { playlist: actual.id, rule: slug, ...nothing };
  if (seen === undefined) {
    const hash = hashKeys(keysOf(actual.rows));
    return [
      { ...about, ...stamp(run), kind: 'adopted', who: ours(run), before: hash, after: hash, commit: run.commit },
    ];
  }
  if (seen === 'as recorded') return [];
  const bodies: AuditBody[] = [];
  const { base, reached, drift, during } = seen;
  if (cut !== undefined) bodies.push(...ofCut({ slug, actual, recorded, cut }, base, reached));
  for (const [by, from, to] of [
    ['spotify', drift.before, drift.between],
    ['hand', drift.between, drift.after],
  ] as const) {
    const difference = differenceBetween(from, to);
    if (isNone(difference)) continue;
    bodies.push({
      ...about,
      ...stamp(run),
      ...difference,
      kind: 'items',
      who: { by, during },
      before: hashKeys(from),
      after: hashKeys(to),
    });
  }
  const { others: details } = detailsOf(recorded, cut, actual.details);
  if (details === null) return bodies;
  const hash = hashKeys(drift.after);
  return [
    ...bodies,
    { ...about, ...stamp(run), kind: 'details', details, who: { by: 'hand', during }, before: hash, after: hash },
  ];
}

/** What a run of ours did of what it announced, in its own name and with its own whys. */
function ofCut(
  { slug, actual, recorded, cut }: Omit<Observed, 'seen' | 'cut'> & { readonly cut: Cut },
  base: readonly RowKey[],
  reached: readonly RowKey[],
): readonly AuditBody[] {
  const { run, intent } = cut;
  const who = { ...ours(run), ...(run.restore === undefined ? {} : { restore: run.restore }) };
  const about = { playlist: actual.id, rule: slug, ...nothing, ...stamp(run), who, commit: run.commit };
  const difference = differenceBetween(base, reached, whysIn(intent.entered, intent.left, intent.moved));
  const [before, after] = [hashKeys(base), hashKeys(reached)];
  const isNew = intent.id === null && recorded === undefined;
  const { wished } = detailsOf(recorded, cut, actual.details);
  return [
    ...(isNew ? [{ ...about, kind: 'created', before, after: before } as const] : []),
    ...(isNone(difference)
      ? []
      : [{ ...about, ...difference, kind: 'items', acked: intent.acked, before, after } as const]),
    ...(wished === null ? [] : [{ ...about, kind: 'details', details: wished, before: after, after } as const]),
  ];
}

const nothing = { ...noDifference, details: null, acked: null, commit: null };
const stamp = ({ at, night, run }: Run): Pick<AuditBody, 'at' | 'night' | 'run'> => ({ at, night, run });
const ours = ({ trigger, actor }: Run): AuditBody['who'] => ({ by: 'setlist', trigger, actor });

type Changed = Partial<Pick<Details, 'name' | 'description'>> | null;

/** Name and description that are not as recorded: as our own writes wished them, or as somebody else wrote them. */
function detailsOf(
  recorded: Recorded | undefined,
  cut: Cut | undefined,
  now: Details,
): { readonly wished: Changed; readonly others: Changed } {
  const before = recorded?.actual.details;
  const wishes = (cut?.intent.writes ?? []).flatMap((write) => (write.kind === 'details' ? write.details : []));
  const changed = (['name', 'description'] as const).filter(
    (field) => before !== undefined && before[field] !== now[field],
  );
  const part = (isWished: boolean): Changed => {
    const fields = changed.filter(
      (field) => wishes.some((one) => one[field] !== undefined && readsAs(one[field], now[field])) === isWished,
    );
    return fields.length === 0 ? null : Object.fromEntries(fields.map((field) => [field, now[field]]));
  };
  return { wished: part(true), others: part(false) };
}

/** The edits by hand of tonight's observation. */
export const handsIn = ({ seen }: Observed): Difference =>
  seen === undefined || seen === 'as recorded' ? noDifference : differenceBetween(seen.drift.between, seen.drift.after);

/** A line for the history, when something differs from the last one. */
export function historyOf(
  id: PlaylistId,
  base: readonly RowKey[],
  actual: Actual,
  own: readonly HistoryLine[],
  night: string,
): readonly HistoryLine[] {
  const after = keysOf(actual.rows);
  const hash = hashKeys(after);
  const { followers } = actual;
  const last = own.at(-1);
  const isSame = lastHash(own) === hash;
  if (isSame && (followers === null || followers === last?.followers)) return [];
  const { entered, left } = differenceBetween(base, after);
  const keys = (noted: Difference['entered']): readonly RowKey[] => noted.map(({ key }) => key).sort();
  return [
    {
      night,
      playlist: id,
      count: after.length,
      followers,
      entered: keys(entered),
      left: keys(left),
      ...(isSame ? {} : { hash }),
    },
  ];
}
