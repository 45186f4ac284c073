import { Temporal } from 'temporal-polyfill';
import type { AccountName } from '../domain/ids.ts';
import { type Origin, userOf } from '../domain/records/origin.ts';
import { parseHistory } from './history.ts';
import { renderLines } from './lines.ts';
import { type Shelf, shelves } from './paths.ts';
import { foldedBefore } from './retention.ts';
import { isLessened, isNewTombstone, isRecounted } from './verify-purge.ts';

/** Where a file stops being what it was before with more at its end; `line` is 1-based, null when it is about the whole file. */
export type Break = { readonly path: string; readonly line: number | null; readonly what: string };

/** Texts of files by path. */
export type Texts = ReadonlyMap<string, string>;
export type Shelved = { readonly [shelf in Shelf]: Texts };

/** What was done to an account's records besides adding to their ends and purging, in the order of shelves and months. */
export function breaksBetween(before: Shelved, after: Shelved): readonly Break[] {
  const isPurge = [...before.audit].some(([path, text]) => {
    const now = linesOf(after.audit.get(path) ?? '');
    return linesOf(text).some((line, index) => isNewTombstone(line, now[index]));
  });
  return shelves.flatMap((shelf) => {
    const found = breaksOf(shelf, before[shelf], after[shelf], isPurge);
    return shelf === 'history' && found.length > 0 && isFold(found, before.history, after.history, isPurge)
      ? []
      : found;
  });
}

function breaksOf(shelf: Shelf, before: Texts, after: Texts, isPurge: boolean): readonly Break[] {
  return sorted(before).flatMap(([path, text]): readonly Break[] => {
    const now = after.get(path);
    if (now === undefined) return isPurge && shelf === 'history' ? [] : [{ path, line: null, what: 'was taken away' }];
    const stop = now.startsWith(text) ? undefined : stopIn(shelf, linesOf(text), linesOf(now), isPurge);
    return stop === undefined ? [] : [{ path, ...stop }];
  });
}

function stopIn(
  shelf: Shelf,
  olds: readonly string[],
  news: readonly string[],
  isPurge: boolean,
): Omit<Break, 'path'> | undefined {
  let at = 0;
  for (const [index, old] of olds.entries()) {
    const now = news[at];
    if (now === old || (now !== undefined && isAllowedChange(shelf, { old, now, isPurge }))) at += 1;
    // A purge takes the lines of a playlist out of the history.
    else if (!isPurge || shelf !== 'history') return { line: index + 1, what: whatHappened(olds, news, index) };
  }
  return undefined;
}

type Pair = { readonly old: string; readonly now: string; readonly isPurge: boolean };

const isAllowedChange = (shelf: Shelf, { old, now, isPurge }: Pair): boolean =>
  (isPurge && isLessened(shelf, old, now)) || (shelf === 'runs' && isRecounted(old, now));

function whatHappened(olds: readonly string[], news: readonly string[], index: number): string {
  if (news.length === index) return 'was cut off';
  if (news.includes(olds[index] ?? '')) return 'was moved, or something was put in before it';
  return olds[index + 1] !== undefined && news[index] === olds[index + 1] ? 'was taken out' : 'was changed';
}

/** Whether old months of the history were only folded into what they add up to: by retention at the end of a month. */
function isFold(found: readonly Break[], before: Texts, after: Texts, isPurge: boolean): boolean {
  const [oldest] = sorted(after);
  if (oldest === undefined || found.some(({ path }) => path > oldest[0])) return false;
  const now = parseHistory(oldest[1], oldest[0]);
  const old = sorted(before).flatMap(([path, text]) => (path <= oldest[0] ? parseHistory(text, path) : []));
  const last = now.ok ? now.value[0]?.night : undefined;
  if (last === undefined) return false;
  const next = Temporal.PlainDate.from(last).add({ days: 1 });
  if (next.day !== 1 && !isPurge) return false;
  const lines = old.flatMap((one) => (one.ok ? one.value : []));
  return oldest[1].startsWith(renderLines(foldedBefore(lines, next.toString())));
}

const sorted = (texts: Texts): readonly (readonly [string, string])[] =>
  [...texts].sort(([one], [other]) => (one < other ? -1 : 1));

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Whether one is the other's origin still: accounts may have been added, and what Spotify told of them later. */
export const isSameOrigin = (before: Origin, after: Origin): boolean =>
  before.repository === after.repository &&
  before.simulated === after.simulated &&
  (Object.keys(before.accounts) as AccountName[]).every((name) => {
    const [known, now] = [userOf(before, name), userOf(after, name)];
    return known?.id === now?.id && (known?.accountId ?? now?.accountId) === now?.accountId;
  });
