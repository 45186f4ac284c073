/** A row as the simulator stores it. */
export type StoredRow = { readonly uri: string | null; readonly addedAt: string };

/** What one transition came to, as the simulator saw it. */
export type Transition = {
  readonly converged: boolean;
  readonly requests: number;
  readonly writes: number;
  readonly reference: number;
  readonly lowerBound: number;
  readonly onlyReorders: boolean;
  readonly datesLost: number;
  /** Of `datesLost`, rows of tracks that lost a copy: a removal takes every copy. */
  readonly datesLostOfRepeats: number;
  readonly wiped: boolean;
};

/** Dates that rows which stayed no longer have. */
export function datesLost(before: readonly StoredRow[], after: readonly StoredRow[]) {
  const [had, has] = [byUri(before), byUri(after)];
  let [all, ofRepeats] = [0, 0];
  for (const [uri, dates] of had) {
    const now = has.get(uri) ?? [];
    const lost = Math.min(dates.length, now.length) - shared(dates, now);
    all += lost;
    if (now.length < dates.length) ofRepeats += lost;
  }
  return { datesLost: all, datesLostOfRepeats: ofRepeats };
}

function byUri(rows: readonly StoredRow[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { uri, addedAt } of rows) {
    if (uri === null) continue;
    const dates = found.get(uri);
    if (dates === undefined) found.set(uri, [addedAt]);
    else dates.push(addedAt);
  }
  return found;
}

function shared(these: readonly string[], others: readonly string[]): number {
  const left = [...others];
  return these.filter((date) => {
    const at = left.indexOf(date);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

/** Whether the list ever held fewer rows than its smaller end; inside a rebuild of more than 100 rows, fewer than 100. */
export function wiped(counts: readonly number[], before: number, after: number, rebuilt: boolean): boolean {
  const smaller = Math.min(before, after);
  const least = rebuilt && after > 100 ? Math.min(smaller, 100) : smaller;
  return counts.some((count) => count < least);
}

export type Total = {
  readonly transitions: number;
  readonly converged: number;
  readonly requests: number;
  readonly writes: number;
  readonly reference: number;
  readonly lowerBound: number;
  readonly ratio: number;
  readonly datesLost: number;
  readonly datesLostOfRepeats: number;
  readonly wipes: number;
  readonly medianWrites: number;
  /** Share of transitions of at most 15 writes. */
  readonly within15: number;
  readonly reorderOnly: {
    readonly transitions: number;
    readonly writes: number;
    readonly reference: number;
    readonly ratio: number;
  };
};

export function totalOf(all: readonly Transition[]): Total {
  const sum = (of: (one: Transition) => number, these = all) => these.reduce((total, one) => total + of(one), 0);
  const reorders = all.filter(({ onlyReorders }) => onlyReorders);
  const writes = all.map((one) => one.writes).sort((one, other) => one - other);
  const figures = (these: readonly Transition[]) => {
    const [sent, reference] = [sum((one) => one.writes, these), sum((one) => one.reference, these)];
    return { transitions: these.length, writes: sent, reference, ratio: rounded(sent / Math.max(1, reference)) };
  };
  return {
    ...figures(all),
    converged: all.filter((one) => one.converged).length,
    requests: sum((one) => one.requests),
    lowerBound: sum((one) => one.lowerBound),
    datesLost: sum((one) => one.datesLost),
    datesLostOfRepeats: sum((one) => one.datesLostOfRepeats),
    wipes: all.filter((one) => one.wiped).length,
    medianWrites: writes[Math.floor(writes.length / 2)] ?? 0,
    within15: rounded(writes.filter((count) => count <= 15).length / Math.max(1, writes.length)),
    reorderOnly: figures(reorders),
  };
}

const rounded = (ratio: number): number => Math.round(ratio * 10_000) / 10_000;
