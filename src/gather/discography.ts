import type { Answer } from '../domain/facts.ts';
import type { AlbumId } from '../domain/ids.ts';
import type { Album } from '../domain/item.ts';
import { type AlbumGroup, type NeedOf, needKey } from '../domain/need.ts';
import type { Page, ReadSpotify } from '../ports.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import type { Catalogue } from './catalogue.ts';
import { type Listed, listed } from './listed.ts';
import { lastHead } from './poll/news.ts';

type Pages = (offset: number) => Promise<Page<Album>>;
type Named = { readonly id: AlbumId };

/**
 * The albums of an artist. `isForNews`: what is known of them holds but for what came out since. Where they end, only
 * the pages tell (`spotify-api.md` 6), so that what lacks known ones is read twice before it is believed. A list that shows
 * none of those it counts is believed only where they can be of other groups: none was known, and those are shown.
 */
export async function discography(
  need: NeedOf<'discography'>,
  read: ReadSpotify,
  catalogue: Catalogue,
  isForNews: boolean,
): Promise<Answer<'discography'>> {
  const page: Pages = (offset) => read.discography(need.artist, need.groups, offset);
  const known = knownIn(catalogue, need);
  const head = isForNews ? lastHead(need.groups, known, catalogue.facts.albums) : null;
  const once = async (): Promise<Answer<'discography'>> => {
    const first = await firstOf({ page, all: () => read.discography(need.artist, everyGroup, 0), known }, need);
    const pages: Pages = async (offset) => (offset === 0 ? first : page(offset));
    return named(
      head === null
        ? await listed(pages, { most: null, count: 'errs' }, catalogue)
        : await news({ known, head, pages, catalogue }),
    );
  };
  const answer = await once();
  return isWithout(known, answer) ? once() : answer;
}

const everyGroup: readonly AlbumGroup[] = ['album', 'single', 'appears_on', 'compilation'];

type First = { readonly page: Pages; readonly all: () => Promise<Page<Album>>; readonly known: readonly AlbumId[] };

async function firstOf({ page, all, known }: First, { artist }: NeedOf<'discography'>): Promise<Page<Album>> {
  const showsNone = ({ entries, total }: Page<Album>): boolean => entries === 0 && total > 0;
  const first = await page(0);
  const second = showsNone(first) ? await page(0) : first;
  if (!showsNone(second)) return second;
  if (known.length === 0 && (await all()).entries > 0) return second;
  const reason = `it counts ${second.total} releases and shows none`;
  throw new Failure([problem('spotify/bad-answer', { request: `GET /artists/${artist}/albums`, reason })]);
}

function isWithout(known: readonly AlbumId[], answer: Answer<'discography'>): boolean {
  if (answer.state !== 'whole') return false;
  const found = new Set(answer.found);
  return known.some((id) => !found.has(id));
}

function knownIn({ facts }: Catalogue, need: NeedOf<'discography'>): readonly AlbumId[] {
  const answer = facts.answers[needKey(need)]?.answer;
  // The answer to a discography names albums.
  return answer?.state === 'whole' ? (answer.found as readonly AlbumId[]) : [];
}

type News = {
  readonly known: readonly AlbumId[];
  readonly head: number;
  readonly pages: Pages;
  readonly catalogue: Catalogue;
};

/** Pages up to one that ends, behind the last head, with what is known: from there on the list is as it was. */
async function news({ known, head, pages, catalogue }: News): Promise<Listed<Named>> {
  const at = new Map(known.map((id, index) => [id, index]));
  const found: Named[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const read: Page<Album> = await pages(offset);
    catalogue.note(read);
    found.push(...read.rows);
    const last = at.get(read.rows.at(-1)?.id ?? ('' as AlbumId));
    const isKnown = read.next !== null && last !== undefined && last >= head;
    if (isKnown) found.push(...known.slice(last + 1).map((id) => ({ id })));
    offset = isKnown ? null : read.next;
  }
  return { state: 'whole', found };
}

const named = (listing: Listed<Named>): Answer<'discography'> =>
  listing.state === 'whole'
    ? { state: 'whole', found: idsOf(listing.found) }
    : { ...listing, found: listing.found === null ? null : idsOf(listing.found) };

const idsOf = (albums: readonly Named[]): readonly AlbumId[] => [...new Set(albums.map(({ id }) => id))];
