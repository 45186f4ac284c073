import type { Facts } from '../../domain/facts.ts';
import { hashOf } from '../../domain/hash.ts';
import type { AlbumId } from '../../domain/ids.ts';
import { type Need, type NeedOf, needKey } from '../../domain/need.ts';
import { lastHead, pageSize, pagesTo } from './news.ts';
import type { Day, Watched } from './watched.ts';

/** One discography that rules ask for, as what is known of it stands in the facts. */
export type WatchedNeed = Watched & { readonly need: NeedOf<'discography'> };

/**
 * These discographies as the poller sees them; `lookOf` says on which night each was last read. Those never looked at are
 * taken to cost what the others do on average.
 */
export function watchedIn(
  facts: Facts,
  needs: readonly Need[],
  lookOf: (need: NeedOf<'discography'>) => string | undefined,
  tonight: Day,
): readonly WatchedNeed[] {
  const watched = needs.flatMap((need) =>
    need.kind === 'discography' ? withNews(watchedOf(facts, need, lookOf(need)), facts, tonight) : [],
  );
  const seen = watched.filter(({ looked }) => looked !== null);
  const usual = Math.ceil(seen.reduce((sum, { requests }) => sum + requests, 0) / Math.max(1, seen.length));
  return watched.map((one) => (one.looked === null && usual > one.requests ? { ...one, requests: usual } : one));
}

function watchedOf(facts: Facts, need: NeedOf<'discography'>, night: string | undefined): WatchedNeed {
  const id = needKey(need);
  const answer = facts.answers[id]?.answer;
  const albums = answer !== undefined && answer.state !== 'none' ? ((answer.found ?? []) as readonly AlbumId[]) : [];
  return {
    id,
    need,
    looked: night === undefined || answer === undefined ? null : dayOf(night),
    // A list that ends with a full page shows so on one page more; one that found no room takes more than it is known to hold.
    requests: Math.max(1 + Math.floor(albums.length / pageSize), facts.sizes?.[id]?.least ?? 0),
    releases: albums.flatMap((album) => releasedIn(facts.albums.get(album)?.released ?? '')),
  };
}

/** Every so many nights a discography is read to its end again: what came to another place than heads, or was taken away. */
const nightsToEnd = 56;

function withNews(one: WatchedNeed, { albums, answers }: Facts, tonight: Day): WatchedNeed {
  const { need, id, looked, requests } = one;
  const answer = answers[id]?.answer;
  if (looked === null || answer?.state !== 'whole' || roundOf(need, looked) < roundOf(need, tonight)) return one;
  // The answer to a discography names albums.
  const head = lastHead(need.groups, answer.found as readonly AlbumId[], albums);
  return head === null ? one : { ...one, news: Math.min(requests, pagesTo(head)) };
}

/** Spread by artist: not all of them are read to their ends in one night. */
const roundOf = ({ artist }: NeedOf<'discography'>, day: Day): number =>
  Math.floor((day + (Number.parseInt(hashOf(artist).slice(0, 6), 16) % nightsToEnd)) / nightsToEnd);

const dayMs = 86_400_000;
export const dayOf = (night: string): Day => Date.parse(`${night}T00:00:00Z`) / dayMs;

/** About the days that a date as exact as `2026`, `2026-11` or `2026-11-20` can mean; none for one that means none. */
function releasedIn(date: string): Watched['releases'] {
  const [, year, month, day] = /^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  const first = dayOf(`${year}-${month ?? '01'}-${day ?? '01'}`);
  const more = day !== undefined ? 0 : month !== undefined ? 29 : 364;
  return Number.isNaN(first) ? [] : [{ first, last: first + more }];
}
