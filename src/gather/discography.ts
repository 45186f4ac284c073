import type { Answer } from '../domain/facts.ts';
import type { AlbumId } from '../domain/ids.ts';
import type { Album } from '../domain/item.ts';
import { type NeedOf, needKey } from '../domain/need.ts';
import type { Page, ReadSpotify } from '../ports.ts';
import type { Catalogue } from './catalogue.ts';
import { type Listed, listed } from './listed.ts';
import { lastHead } from './poll/news.ts';

/** The albums of an artist. `isForNews`: what is known of them holds but for what came out since. */
export async function discography(
  need: NeedOf<'discography'>,
  read: ReadSpotify,
  catalogue: Catalogue,
  isForNews: boolean,
): Promise<Answer<'discography'>> {
  const page = (offset: number): Promise<Page<Album>> => read.discography(need.artist, need.groups, offset);
  const known = isForNews ? knownIn(catalogue, need) : null;
  const head = known === null ? null : lastHead(need.groups, known, catalogue.facts.albums);
  const answer =
    known === null || head === null ? await listed(page, null, catalogue) : await news(known, head, page, catalogue);
  return answer.state === 'whole'
    ? { state: 'whole', found: idsOf(answer.found) }
    : { ...answer, found: answer.found === null ? null : idsOf(answer.found) };
}

function knownIn({ facts }: Catalogue, need: NeedOf<'discography'>): readonly AlbumId[] | null {
  const answer = facts.answers[needKey(need)]?.answer;
  // The answer to a discography names albums.
  return answer?.state === 'whole' ? (answer.found as readonly AlbumId[]) : null;
}

/** Pages up to one that ends, behind the last head, with what is known: from there on the list is as it was. */
async function news(
  known: readonly AlbumId[],
  head: number,
  page: (offset: number) => Promise<Page<Album>>,
  catalogue: Catalogue,
): Promise<Listed<{ readonly id: AlbumId }>> {
  const at = new Map(known.map((id, index) => [id, index]));
  const found: { readonly id: AlbumId }[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const read: Page<Album> = await page(offset);
    catalogue.note(read);
    found.push(...read.rows);
    const last = at.get(read.rows.at(-1)?.id ?? ('' as AlbumId));
    const isKnown = read.next !== null && last !== undefined && last >= head;
    if (isKnown) found.push(...known.slice(last + 1).map((id) => ({ id })));
    offset = isKnown ? null : read.next;
  }
  return { state: 'whole', found };
}

const idsOf = (albums: readonly { readonly id: AlbumId }[]): readonly AlbumId[] => [
  ...new Set(albums.map(({ id }) => id)),
];
