import { Type } from 'typebox';
import type { AccountName, PlaylistId, Slug } from '../../domain/ids.ts';
import { below } from '../below.ts';
import { anyOf, type Tri } from '../values/kleene.ts';
import { readId } from '../values/read-id.ts';
import { type Asking, type Candidate, defineField, type Reading } from '../word.ts';
import { isMember, type MemberKey, memberKeys, membersOf } from './members.ts';

type Args = { readonly playlists: readonly PlaylistId[]; readonly rules: readonly Slug[]; readonly key: MemberKey };
type Playlist = { readonly account: AccountName; readonly id: PlaylistId };

const oneOrMore = Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })]);

export const onPlaylist = defineField({
  key: 'on_playlist',
  summary:
    'Whether a playlist holds it, by id or link, or as the playlist of a rule was last seen: the recording, or anything by its artists or from its album.',
  example: '- not: { on_playlist: { rule: low-light } }',
  schema: Type.Union([
    oneOrMore,
    Type.Object(
      {
        playlist: Type.Optional(oneOrMore),
        rule: Type.Optional(oneOrMore),
        key: Type.Optional(Type.Enum(memberKeys)),
      },
      { additionalProperties: false, anyOf: [{ required: ['playlist'] }, { required: ['rule'] }] },
    ),
  ]),
  read: (written, reading): Args | undefined => {
    const isMap = typeof written === 'object' && 'length' in written === false;
    const { playlist = [], rule = [], key = 'recording' } = isMap ? written : { playlist: written };
    const playlists = readEach(playlist, isMap ? below(reading, 'playlist') : reading, (text, one) =>
      readId('playlist', text, one),
    );
    const rules = readEach(rule, below(reading, 'rule'), (slug, one) => one.rule(slug));
    return playlists && rules && { playlists: playlists as PlaylistId[], rules, key };
  },
  test: ({ playlists, rules, key }, candidate, asking) => {
    const known = rules.map((slug) => ({ name: slug as string, playlist: asking.playlistOf(slug) }));
    const named = playlists.map((id) => ({ name: id as string, playlist: { account: asking.account, id } }));
    const tested = [...named, ...known].map(({ name, playlist }) => ({
      name,
      // A rule whose playlist was not created yet holds nothing.
      holds: playlist === undefined ? false : isOn(playlist, key, candidate, asking),
    }));
    const holds = anyOf(tested.map((one) => one.holds));
    const [deciding] = tested.filter((one) => one.holds === holds);
    return {
      holds,
      datum: says(holds, holds === false ? tested.map(({ name }) => name).join(', ') : (deciding?.name ?? '')),
    };
  },
});

const says = (holds: Tri, names: string): string =>
  holds === null ? `not known whether on ${names}` : holds ? `on ${names}` : `not on ${names}`;

function isOn({ account, id }: Playlist, key: MemberKey, candidate: Candidate, asking: Asking): Tri {
  const answer = asking.answer<'playlist'>({ account, kind: 'playlist', id });
  if (answer === undefined || answer.state === 'none' || answer.found === null) return null;
  const holds = isMember(candidate, membersOf(answer.found, asking), key, asking);
  return holds === false && answer.state === 'part' ? null : holds;
}

/** One or several, each read at its own place; undefined after every wrong one was reported. */
function readEach<T extends string>(
  written: string | readonly string[],
  reading: Reading,
  readOne: (text: string, reading: Reading) => T | undefined,
): readonly T[] | undefined {
  const read = [written]
    .flat()
    .map((text, index) => readOne(text, typeof written === 'string' ? reading : below(reading, index)));
  return read.every((one) => one !== undefined) ? read : undefined;
}
