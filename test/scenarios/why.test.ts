import { test } from './stage/stage.ts';
import { rule, smallWorld, uri } from './stage/world.ts';

const more = `where:
  - not: { title: { contains: "song b" } }
take: 2
pin:
  - { track: "${uri('z')}", at: 1, reason: Push }
`;

/** The track that is asked for, and the code of what is wrong with the question. */
test.for<[string, string | null]>([
  ["night 'song a'", null],
  [`night https://open.spotify.com/track/${uri('b').slice(14)}`, null],
  ["night 'song d'", null],
  [`night ${uri('z')}`, null],
  ['nigth a', 'usage/no-such-playlist'],
  ["night 'song y'", 'usage/no-such-track'],
])('why %s', async ([args, code], { open, expect }) => {
  const stage = await open({ world: smallWorld(''), files: { 'playlists/night.yaml': rule('Night', 'abcd', more) } });
  const { exit, out, err } = await stage.setlist(`why ${args}`);
  expect(exit).toBe(code === null ? 0 : 2);
  expect(err.match(/\[(\S+)\]/)?.[1] ?? null).toBe(code);
  expect(out + err).toMatchSnapshot();
  expect(stage.requests().filter((one) => !one.startsWith('GET '))).toEqual([]);
});
