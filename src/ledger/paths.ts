import type { AccountName, PlaylistId } from '../domain/ids.ts';

/** Where records stand, below the repository's root. */
export const ledgerFolder = 'reports';
export const originPath = 'reports/origin.json';
/** The simulator's world, of a simulated ledger. */
export const worldPath = 'reports/simulator.json';

export const accountFolder = (account: AccountName): string => `reports/${account}`;
export const controlPath = (account: AccountName): string => `reports/${account}/control.json`;
/** Of whatever account. */
export const isControlPath = (path: string): boolean => /^reports\/[^/]+\/control\.json$/.test(path);
export const snapshotsPath = (account: AccountName): string => `reports/${account}/snapshots.json`;
export const playlistsFolder = (account: AccountName): string => `reports/${account}/playlists`;
export const playlistPath = (account: AccountName, id: PlaylistId): string => `reports/${account}/playlists/${id}.json`;
export const factsFolder = (account: AccountName): string => `reports/${account}/facts`;

/** Records that are appended to, a file a month. */
export const shelves = ['audit', 'history', 'runs'] as const;
export type Shelf = (typeof shelves)[number];
export const shelfFolder = (account: AccountName, shelf: Shelf): string => `reports/${account}/${shelf}`;
/** `night` is a date; its month names the file. */
export const shelfPath = (account: AccountName, shelf: Shelf, night: string): string =>
  `reports/${account}/${shelf}/${night.slice(0, 7)}.jsonl`;
