import { hashKeys } from '../../../src/domain/hash.ts';
import type { RowKey } from '../../../src/domain/playlist.ts';
import type { AuditBody } from '../../../src/domain/records/audit.ts';
import type { HistoryLine } from '../../../src/domain/records/history.ts';
import type { Series, State } from '../replay/series.ts';
import type { Hand } from './rules.ts';
import { uriOf } from './world.ts';

/** One transition of one history, by the playlist and the night on which its second state stands. */
export type Transition = {
  readonly playlist: string;
  readonly night: string;
  /** Multisets as sorted lists. */
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly isSame: boolean;
  readonly before: string;
  readonly after: string;
};

export const transitionsOf = ({ id, states }: Series): readonly Transition[] =>
  states.slice(1).map((state, index) => transition(id, states[index] as State, state));

function transition(playlist: string, before: State, after: State): Transition {
  const [olds, news] = [before.tracks, after.tracks];
  return {
    playlist,
    night: after.date,
    entered: beyond(news, olds),
    left: beyond(olds, news),
    isSame: olds.join() === news.join(),
    before: hashKeys(olds.map(uriOf) as RowKey[]),
    after: hashKeys(news.map(uriOf) as RowKey[]),
  };
}

/** What the first has beyond the second, copies one by one. */
function beyond(these: readonly string[], others: readonly string[]): readonly string[] {
  const rest = new Map<string, number>();
  for (const one of others) rest.set(one, (rest.get(one) ?? 0) + 1);
  return these
    .filter((one) => {
      const count = rest.get(one) ?? 0;
      rest.set(one, count - 1);
      return count <= 0;
    })
    .map(uriOf)
    .sort();
}

/** What the ledger says otherwise than the histories do; empty when it agrees. */
export type Verdict = {
  readonly history: readonly string[];
  readonly audit: readonly string[];
  readonly beyond: number;
};

/** Each transition must stand in `history` and in `audit` once, by the right author, and nothing besides. */
export function judge(
  transitions: readonly Transition[],
  history: readonly HistoryLine[],
  audit: readonly AuditBody[],
  by: Hand,
): Verdict {
  const lines = Map.groupBy(history, ({ playlist, night }) => `${playlist} ${night}`);
  const bodies = Map.groupBy(
    audit.filter(({ kind }) => kind !== 'adopted'),
    ({ playlist, night }) => `${playlist} ${night}`,
  );
  const author = by === 'us' ? 'setlist' : 'hand';
  const wrong: { history: string[]; audit: string[] } = { history: [], audit: [] };
  const seen = new Set<string>();
  for (const one of transitions) {
    const key = `${one.playlist} ${one.night}`;
    const [line, ...moreLines] = lines.get(key) ?? [];
    const [body, ...moreBodies] = bodies.get(key) ?? [];
    seen.add(key);
    if (moreLines.length > 0 || !saysInHistory(one, line)) wrong.history.push(key);
    if (moreBodies.length > 0 || !saysInAudit(one, body, author)) wrong.audit.push(key);
  }
  const unheard = [...bodies.keys()].filter((key) => !seen.has(key)).length;
  return { ...wrong, beyond: unheard };
}

function saysInHistory(one: Transition, line: HistoryLine | undefined): boolean {
  if (one.isSame) return line === undefined || isNothing(line.entered, line.left);
  if (line === undefined) return false;
  return same(one.entered, line.entered) && same(one.left, line.left) && line.hash === one.after;
}

function saysInAudit(one: Transition, body: AuditBody | undefined, author: string): boolean {
  if (one.isSame) return body === undefined;
  if (body?.kind !== 'items' || body.who.by !== author) return false;
  if ('during' in body.who && body.who.during !== null) return false;
  const keys = (noted: AuditBody['entered']): readonly string[] => noted.map(({ key }) => key).sort();
  const isExact = body.before === one.before && body.after === one.after;
  return isExact && same(one.entered, keys(body.entered)) && same(one.left, keys(body.left));
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();
const isNothing = (...lists: readonly (readonly string[])[]): boolean => lists.every(({ length }) => length === 0);
