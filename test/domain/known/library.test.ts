import { expect, test } from 'vitest';
import type { AddableUri, AlbumId, ArtistId, TrackUri } from '../../../src/domain/ids.ts';
import type { Album, Item } from '../../../src/domain/item.ts';
import { emptyLibrary, libraryOf } from '../../../src/domain/known/library.ts';
import { entriesOf } from '../../../src/domain/known/lookup.ts';
import { uriOf } from '../../build/rule.ts';

const uri = (letter: string): AddableUri => uriOf(letter);
const ann = { id: 'ann' as ArtistId, name: 'Ann' };
const track: Item = {
  kind: 'track',
  uri: uriOf('a') as TrackUri,
  title: '"',
  artists: [ann, { id: null, name: 'a "b"\n' }],
  album: 'alb' as AlbumId,
  durationMs: 200_000,
  explicit: false,
  isrc: 'QZ',
  trackNumber: null,
  discNumber: 2,
  playable: false,
};
const episode: Item = {
  kind: 'episode',
  uri: `spotify:episode:${'e'.repeat(22)}` as never,
  title: '',
  show: 'Sh\u{1F3B5}w',
  durationMs: 0,
  explicit: true,
  released: null,
};
const album: Album = { id: 'alb' as AlbumId, title: 'A', artists: [ann], released: '2026', albumType: 'single' };

const filled = () => {
  const library = emptyLibrary();
  library.items.set(uri('a'), track);
  // Asked for under another id than it is shown by.
  library.items.set(uri('b'), track);
  library.items.set(episode.uri, episode);
  library.albums.set(album.id, album);
  return library;
};

test('a library gives back what was put into it', () => {
  const { items, albums } = filled();
  expect(new Map(entriesOf(items))).toEqual(
    new Map<AddableUri, Item>([
      [uri('a'), track],
      [uri('b'), track],
      [episode.uri, episode],
    ]),
  );
  expect(albums.get(album.id)).toEqual(album);
  expect([items.size, items.has(uri('c')), items.get(uri('c'))]).toEqual([3, false, undefined]);
});

test('of what several know the last one holds, and none of them changes', () => {
  const [one, other] = [filled(), emptyLibrary()];
  const renamed = { ...track, title: 'Renamed', artists: [{ ...ann, name: 'Anna' }] };
  other.items.set(uri('a'), renamed);
  other.items.set(uri('d'), renamed);
  const all = libraryOf(one, other, { items: new Map([[uri('e'), episode]]), albums: new Map() });
  expect([...all.items.keys()]).toEqual([uri('a'), uri('b'), episode.uri, uri('d'), uri('e')]);
  expect(all.items.get(uri('a'))).toEqual(renamed);
  expect(one.items.get(uri('a'))).toEqual(track);
  expect([one.items.size, other.items.size]).toEqual([3, 2]);
});

test('only what is marked is kept, in the copy alone', () => {
  const library = filled();
  const copy = libraryOf(library);
  const marks = copy.items.marks();
  expect([marks.add(uri('b')), marks.add(uri('b')), marks.add(uri('z')), marks.size]).toEqual([true, false, false, 1]);
  copy.items.keep(marks);
  expect([...copy.items.keys()]).toEqual([uri('b')]);
  expect(library.items.size).toBe(3);
  expect([copy.items.shares(uri('b'), library.items), copy.items.shares(uri('a'), library.items)]).toEqual([
    true,
    false,
  ]);
});

test('what was asked for lately is what was put in last', () => {
  const library = filled();
  expect(library.items.get(uri('a'))).toEqual(track);
  const copy = libraryOf(library);
  const renamed = { ...track, title: 'Renamed' };
  library.items.set(uri('a'), renamed);
  expect([library.items.get(uri('a')), copy.items.get(uri('a'))]).toEqual([renamed, track]);
  library.items.delete(uri('a'));
  expect([library.items.get(uri('a')), copy.items.get(uri('a'))]).toEqual([undefined, track]);
});

test('more than is remembered is given back all the same', () => {
  const { items } = emptyLibrary();
  const [ids, titleOf] = [Array.from({ length: 2000 }, (_, nth) => `${nth}` as AddableUri), (nth: number) => `${nth}!`];
  for (const [nth, id] of ids.entries()) items.set(id, { ...track, uri: id as TrackUri, title: titleOf(nth) });
  for (const round of [1, 2])
    for (const [nth, id] of ids.entries()) expect([round, items.get(id)?.title]).toEqual([round, titleOf(nth)]);
});
