import type { Answer } from '../domain/facts.ts';
import type { AlbumId, ArtistId } from '../domain/ids.ts';
import { packed } from '../domain/known/rows.ts';
import type { Need } from '../domain/need.ts';
import type { Page, ReadSpotify } from '../ports.ts';
import { unreachable } from '../problem/bug.ts';
import type { Catalogue } from './catalogue.ts';
import { discography } from './discography.ts';
import { listed } from './listed.ts';
import { readWhole } from './whole.ts';

/**
 * Reads what one need asks for; throws the `Failure` of a first page, while a later page's makes the answer a part.
 * `isForNews`: what is known of a discography holds but for what came out since.
 */
export async function answerTo(
  need: Need,
  read: ReadSpotify,
  catalogue: Catalogue,
  isForNews: boolean,
): Promise<Answer> {
  switch (need.kind) {
    case 'playlist':
      return playlist(need, read, catalogue);
    case 'as_of':
      // Not Spotify's to answer: the loop asks the ledger.
      return { state: 'none', absence: 'missing' };
    case 'liked':
      return listed((offset) => read.liked(offset), need.most, catalogue);
    case 'top':
      return listed(() => read.top(need.range), null, catalogue);
    case 'search':
      return listed((offset) => read.search(need.query, offset), need.most, catalogue);
    case 'followed':
      return followed(read, catalogue);
    case 'discography':
      return discography(need, read, catalogue, isForNews);
    case 'album':
      return album(need.id, read, catalogue);
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
  if (whole.kind === 'restless')
    return { state: 'part', found: null, because: 'it went on changing while it was read' };
  for (const items of whole.items) catalogue.note({ items, albums: {} });
  for (const albums of whole.albums) catalogue.note({ items: {}, albums });
  return { state: 'whole', found: packed(whole.actual) };
}

async function followed(read: ReadSpotify, catalogue: Catalogue): Promise<Answer<'followed'>> {
  let after: ArtistId | null = null;
  return listed(
    async () => {
      const page: Page<ArtistId> = await read.followed(after);
      after = page.rows.at(-1) ?? null;
      return page;
    },
    null,
    catalogue,
  );
}

async function album(id: AlbumId, read: ReadSpotify, catalogue: Catalogue): Promise<Answer<'album'>> {
  const first = await read.album(id);
  catalogue.note({ items: {}, albums: { [id]: first.album } });
  return listed(
    async (offset) => {
      const page = offset === 0 ? first : await read.albumTracks(id, offset);
      catalogue.noteSimplified(page.items);
      return { ...page, items: {} };
    },
    null,
    catalogue,
  );
}
