import { test } from './stage/stage.ts';
import { control, id, rule, smallWorld } from './stage/world.ts';

/** Names that would act on a terminal, break a line, turn text around or mark it up. */
const names = [
  '\u001b[2J\u001b[31mred',
  'bell\u0007',
  'line\nbreak',
  'return\r\u0000',
  '\u202Eesrever',
  'one\u2028two',
  '\u0085next\u009b31m',
  '| a | [b](javascript:c) |',
  'back\bspace\u007f',
];

/** Whatever may stand in a line for a person: no control, direction or line-breaking character but the line's end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

test('names from strangers never act on a terminal', async ({ open, expect }) => {
  const letters = 'abcdefghi';
  const world = smallWorld('wxyz', { list: { name: names[0], description: names[2] } });
  const tracks = world.tracks.map((track, at) => ({
    ...track,
    name: names[at % names.length] ?? '',
    artists: [id('Ann')],
  }));
  const hits = {
    id: id('hits'),
    owner: 'owner',
    name: names[1],
    rows: [...letters].map((letter) => ({ uri: `spotify:track:${id(letter)}` })),
  };
  const stage = await open({
    world: {
      ...world,
      tracks,
      artists: [{ id: id('Ann'), name: names.join(' & ') }],
      playlists: [...world.playlists, hits, { id: id('friends'), owner: 'friend', name: names[0] }],
    },
    files: {
      'playlists/night.yaml': `name: "\\e[31mNight\\u202e"\nfrom:\n  - playlist: ${id('hits')}\nguard: { max_removed: [100%, 50] }\n`,
      'playlists/wrong.yaml': `name: Wrong\nfrom:\n  - playlist: ${id('friends')}\n`,
      ...control('night'),
    },
  });
  for (const args of [
    'plan --all',
    'why night back',
    'why night bell --json',
    'apply',
    'apply --yes',
    'apply --yes --json',
    'why night red',
  ]) {
    const { out, err } = await stage.setlist(args);
    expect(`${out}${err}`.match(acting), args).toBeNull();
    expect(out, args).not.toBe('');
  }
  await stage.write({ 'playlists/wrong.yaml': `${rule('Wrong', 'a')}"na\\u001bme": 1\n"\u202e": \u001b\n` });
  expect((await stage.setlist('validate')).err.match(acting)).toBeNull();
});
