import type { AccountName, PlaylistId } from '../domain/ids.ts';

/** Where an account's records stand, below the repository's root. */
export const controlPath = (account: AccountName): string => `reports/${account}/control.json`;
export const playlistPath = (account: AccountName, id: PlaylistId): string => `reports/${account}/playlists/${id}.json`;
