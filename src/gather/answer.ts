import type { Answer } from '../domain/facts.ts';
import type { AlbumId, ArtistId } from '../domain/ids.ts';
import { packed } from '../domain/known/rows.ts';
import type { Need } from '../domain/need.ts';
import type { ReadSpotify } from '../ports.ts';
import { unreachable } from '../problem/bug.ts';
import { type Bounded, exactly } from './budget.ts';
import type { Catalogue } from './catalogue.ts';
import { discography } from './discography.ts';
import { type Listing, listed } from './listed.ts';
import { measured } from './measured.ts';
import { bucketOf } from './price.ts';
import { readWhole } from './whole.ts';

/**
 * Reads what one need asks for; throws the `Failure` of a first page, while a later page's makes the answer a part.
 * `isForNews`: what is known of a discography holds but for what came out since.
 */
export async function answerTo(
  need: Need,
  { read, mustFit }: Bounded,
  catalogue: Catalogue,
  isForNews: boolean,
): Promise<Answer> {
  const whole: Listing = {
    most: null,
    count: 'holds',
    mustFit: (requests) => mustFit(bucketOf[need.kind], exactly(requests), 1),
  };
  switch (need.kind) {
    case 'playlist':
      return playlist(need, read, catalogue);
    case 'as_of':
      // Not Spotify's to answer: the loop asks the ledger.
      return { state: 'none', absence: 'missing' };
    case 'liked':
      return listed((offset) => read.liked(offset), { ...whole, most: need.most }, catalogue);
    case 'top':
      return listed(() => read.top(need.range), whole, catalogue);
    case 'search':
      return listed(
        (offset) => read.search(need.query, offset),
        { ...whole, most: need.most, count: 'moves' },
        catalogue,
      );
    case 'followed':
      return followed(read, { ...whole, count: 'moves' }, catalogue);
    case 'discography': {
      if (isForNews) return discography(need, read, catalogue, true);
      const size = catalogue.sizeOf(need);
      if (size !== undefined) mustFit(bucketOf[need.kind], size, 0);
      return measured(read, (counting) => discography(need, counting, catalogue, false));
    }
    case 'album':
      return album(need.id, read, whole, catalogue);
    case 'track': {
      const { item, albums } = await read.track(need.uri);
      catalogue.note({ items: {}, albums });
      catalogue.noteItem(item.uri, item);
      // Under the id that was asked for as well: so it is known for what it is when it is shown under the other.
      catalogue.noteItem(need.uri, item);
      const answer: Answer<'track'> =
        item.kind === 'track' ? { state: 'whole', found: item.uri } : { state: 'none', absence: 'missing' };
      const { night, ...always } = need;
      if (night !== undefined) catalogue.answer(always, answer);
      return answer;
    }
    default:
      return unreachable(need);
  }
}

async function playlist(
  need: Extract<Need, { kind: 'playlist' }>,
  read: ReadSpotify,
  catalogue: Catalogue,
): Promise<Answer<'playlist'>> {
  const whole = await readWhole(read, need.id);
  if (whole.kind === 'withheld') return { state: 'none', absence: 'forbidden' };
  if (whole.kind === 'inconsistent')
    return { state: 'part', found: null, because: 'its rows were never as many as it counts' };
  for (const items of whole.items) catalogue.note({ items, albums: {} });
  for (const albums of whole.albums) catalogue.note({ items: {}, albums });
  return { state: 'whole', found: packed(whole.actual) };
}

/** Each page begins at the cursor of the one before; one that leads back would go round for ever, and ends the list. */
async function followed(read: ReadSpotify, listing: Listing, catalogue: Catalogue): Promise<Answer<'followed'>> {
  const cursors = new Map<number, ArtistId | null>([[0, null]]);
  return listed(
    async (offset) => {
      const page = await read.followed(cursors.get(offset) ?? null);
      const end = offset + page.entries;
      const goesOn = page.next !== null && page.after !== null && ![...cursors.values()].includes(page.after);
      if (goesOn) cursors.set(end, page.after);
      return { ...page, next: goesOn ? end : null };
    },
    listing,
    catalogue,
  );
}

async function album(id: AlbumId, read: ReadSpotify, listing: Listing, catalogue: Catalogue): Promise<Answer<'album'>> {
  const first = async () => {
    const { album, ...page } = await read.album(id);
    catalogue.note({ items: {}, albums: { [id]: album } });
    return page;
  };
  return listed(
    async (offset) => {
      const page = await (offset === 0 ? first() : read.albumTracks(id, offset));
      catalogue.noteSimplified(page.items);
      return { ...page, items: {} };
    },
    listing,
    catalogue,
  );
}
