import { applyPlan, type ToApply } from '../../src/apply/apply-plan.ts';
import { hashKeys } from '../../src/domain/hash.ts';
import type { Slug } from '../../src/domain/ids.ts';
import type { PlannedWrite, PlaylistPlan } from '../../src/domain/plan.ts';
import type { RowKey } from '../../src/domain/playlist.ts';
import { priceOfApplying } from '../../src/domain/price.ts';
import { rebuild } from '../../src/plan/requests/rebuild.ts';
import { writesFor } from '../../src/plan/requests/writes.ts';
import { opened, playlistId, studio } from '../adapters/opened.ts';
import { plenty } from '../build/requests.ts';
import { local, uri } from '../simulator/here.ts';

/** Rows by letter: `-` is one that is gone, `L` the local file. */
export function keys(letters: string): readonly RowKey[] {
  let gone = 0;
  return [...letters].map((letter) => {
    if (letter === '-') return `gone:${++gone}` as RowKey;
    return (letter === 'L' ? local : uri(letter)) as RowKey;
  });
}

const listing = (rows: readonly RowKey[]) => ({ hash: hashKeys(rows), count: rows.length });

/** A plan that turns these letters into those; `before` null creates the playlist. */
export const planOf = (before: string | null, after: string, more: Partial<PlaylistPlan> = {}): PlaylistPlan =>
  planFor(before === null ? null : keys(before), keys(after), more);

/** The same for any rows. */
export function planFor(
  before: readonly RowKey[] | null,
  rows: readonly RowKey[],
  more: Partial<PlaylistPlan> = {},
): PlaylistPlan {
  const was = before ?? [];
  const way = more.way ?? 'keep';
  const details: readonly PlannedWrite[] =
    before === null ? [{ kind: 'details', details: { description: 'Songs' } }] : [];
  const writes = more.writes ?? [...(way === 'rebuild' ? rebuild(rows) : writesFor(was, rows)), ...details];
  return {
    slug: 'list' as Slug,
    account: studio,
    name: 'List',
    public: false,
    rule: '',
    id: before === null ? null : playlistId,
    state: before === null ? 'create' : 'change',
    before: listing(was),
    after: listing(rows),
    rows,
    changes: [],
    writes,
    price: priceOfApplying(before === null ? null : was, rows.length, writes),
    way,
    datesLost: 0,
    capForDates: null,
    acked: null,
    problems: [],
    notes: [],
    ...more,
  };
}

const announce = async (): Promise<void> => undefined;

/** The plan carried out in a simulated world, and what came of it. */
export async function applied(plan: PlaylistPlan, file: object, more: Partial<ToApply> = {}) {
  const there = await opened(file);
  const { read, write, clock } = there;
  const outcome = await applyPlan({
    plan,
    read,
    write,
    clock,
    say: () => undefined,
    announce,
    spare: () => plenty,
    nonce: 'nonce-1',
    ...more,
  });
  const writes = there.simulator.log.filter(({ method, path }) => method !== 'GET' && path !== '/api/token');
  return { ...there, outcome, writes, codes: outcome.problems.map(({ code }) => code) };
}
