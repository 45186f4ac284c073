import type { Texts } from './tree.ts';

export const clientId = '5e7115700c0de5e7115700c0de5e7115';

/** An id whose letters can be read: `a` is `a000…`. */
export const id = (letters: string): string => letters.padEnd(22, '0');
export const uri = (letter: string): string => `spotify:track:${id(letter)}`;
export const playlistId = id('list');

const scopes =
  'playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public user-library-read ' +
  'user-top-read user-follow-read';

type Parts = {
  readonly owner?: object;
  /** More about the playlist `List`. */
  readonly list?: object;
  readonly more?: object;
};

/** Tracks a to z by Ann, an owner who has signed in, and a playlist of theirs that holds these rows. */
export const smallWorld = (rows: string, { owner = {}, list = {}, more = {} }: Parts = {}) => ({
  seed: 'scenarios',
  settings: { publicSticks: 'never' },
  apps: [{ id: clientId }],
  users: [
    {
      id: 'owner',
      refreshTokens: [{ token: 'refresh', app: clientId, scopes, authorizedAt: '2026-11-01T00:00:00Z' }],
      playlists: [playlistId],
      ...owner,
    },
    { id: 'friend' },
    { id: 'developer' },
  ],
  artists: [{ id: id('Ann'), name: 'Ann' }],
  tracks: [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({
    id: id(letter),
    name: `Song ${letter}`,
    artists: [id('Ann')],
  })),
  playlists: [
    { id: playlistId, owner: 'owner', name: 'List', rows: [...rows].map((letter) => ({ uri: uri(letter) })), ...list },
  ],
  ...more,
});

export const setlistYaml = `title: Scenarios
timezone: Europe/Stockholm
apps:
  main: { client_id: ${clientId}, pace: { per_second: 2 }, accounts: { owner: {} } }
apply: on
`;

/** A rule of literal tracks. */
export const rule = (name: string, letters: string, more = ''): string =>
  `name: ${name}\nfrom:\n  - tracks: [${[...letters].map((letter) => `"${uri(letter)}"`).join(', ')}]\n${more}`;

/** Says that a rule rules a playlist. */
export const control = (slug: string, playlist = playlistId, contact = 'known'): Texts => ({
  'reports/owner/control.json': `${JSON.stringify({ version: 1, playlists: { [slug]: { id: playlist, contact } } }, null, 2)}\n`,
});
