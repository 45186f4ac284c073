import { Type } from 'typebox';
import { below } from '../below.ts';
import { anyOf, type Tri } from '../values/kleene.ts';
import { type Asking, type Candidate, defineField } from '../word.ts';
import { albumOf, factsOf, isrcOf } from './known.ts';
import { type Lines, linesOf } from './lines.ts';

const listKeys = ['uri', 'isrc', 'artist', 'album'] as const;
type ListKey = (typeof listKeys)[number];
type Args = { readonly paths: readonly string[]; readonly key: ListKey | null };

const path = Type.String({ minLength: 1 });
const paths = Type.Union([path, Type.Array(path, { minItems: 1 })]);

export const onList = defineField({
  key: 'on_list',
  summary:
    'Whether a line of a list file is about it: the track or its ISRC, else the album, else any artist, whichever the line names; `key` looks at one column only.',
  example: '- not: { on_list: lists/never.csv }',
  schema: Type.Union([
    paths,
    Type.Object({ file: paths, key: Type.Optional(Type.Enum(listKeys)) }, { additionalProperties: false }),
  ]),
  read: (written, reading): Args | undefined => {
    const isMap = typeof written === 'object' && 'file' in written;
    const { file, key = null } = isMap ? written : { file: written };
    const place = isMap ? below(reading, 'file') : reading;
    const found = [file].flat().map((one, index) => place.list(one, ...(typeof file === 'string' ? [] : [index])));
    return found.every((list) => list !== undefined) ? { paths: [file].flat(), key } : undefined;
  },
  test: ({ paths, key }, candidate, asking) => {
    const tested = paths.map((path) => ({ path, holds: isOn(path, key, candidate, asking) }));
    const holds = anyOf(tested.map((one) => one.holds));
    const names = tested.filter((one) => one.holds === holds).map((one) => one.path);
    const text = holds === null ? 'not known whether on' : holds ? 'on' : 'not on';
    return { holds, datum: `${text} ${holds === true ? names[0] : names.join(', ')}` };
  },
});

function isOn(path: string, key: ListKey | null, candidate: Candidate, asking: Asking): Tri {
  const lines = linesOf(path, key !== null, asking);
  const asked = key === null ? listKeys : [key];
  return anyOf(asked.map((one) => (lines[one].size === 0 ? false : isNamed[one](candidate, lines, asking))));
}

const isNamed: { readonly [key in ListKey]: (candidate: Candidate, lines: Lines, asking: Asking) => Tri } = {
  uri: ({ uri }, lines) => lines.uri.has(uri),
  isrc: (candidate, lines, asking) => {
    const isrc = isrcOf(candidate, asking);
    return isrc === undefined ? null : isrc !== null && lines.isrc.has(isrc);
  },
  artist: (candidate, lines, asking) => {
    const facts = factsOf(candidate, asking);
    if (facts?.kind === 'episode') return false;
    return facts?.kind === 'track' ? facts.artists.some(({ id }) => id !== null && lines.artist.has(id)) : null;
  },
  album: (candidate, lines, asking) => {
    const facts = factsOf(candidate, asking);
    if (facts?.kind === 'episode') return false;
    const album = facts?.kind === 'track' ? (facts.album ?? albumOf(candidate, asking)?.id) : undefined;
    return album === undefined ? null : lines.album.has(album);
  },
};
