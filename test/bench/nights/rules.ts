import { stringify } from 'yaml';
import type { Series } from '../replay/series.ts';
import { clientId, uriOf } from './world.ts';

/** Who brings the playlists from state to state: rules that say each of them, or a person in the app. */
export type Hand = 'us' | 'hand';

export const slugOf = ({ id }: Series): string => `p-${id.toLowerCase()}`;
export const rulePath = (series: Series): string => `playlists/${slugOf(series)}.yaml`;

/** No limits: the states are what they are. */
export const portfolio = stringify({
  title: 'Nights',
  timezone: 'UTC',
  apps: { main: { client_id: clientId, pace: { per_second: 20 }, accounts: { owner: {} } } },
  apply: 'on',
  limits: { creations: 1, requests: 1_000_000 },
  // The histories span years, and every line is looked at afterwards.
  retention: '10000d',
  budget: { tracks: 1_000_000, playlist_reads: 1_000_000, writes: 1_000_000 },
});

/** A state as a rule of literal tracks; one that a person has in hand has no nights of its own. */
export const ruleText = ({ name }: Series, tracks: readonly string[], by: Hand): string =>
  stringify({
    name,
    from: [{ tracks: tracks.map(uriOf) }],
    dedupe: 'none',
    guard: { max_removed: ['100%', 10_000], max_removed_28_nights: '99999%', min_tracks: 1 },
    write: { max_requests: 10_000, beyond: 'rebuild' },
    ...(by === 'hand' ? { schedule: 'never' } : {}),
  });

/** Rules and ledger as a person hands them over: every playlist is ruled and known. */
export const firstFiles = (series: readonly Series[], by: Hand): Readonly<Record<string, string>> => ({
  'playlists/setlist.yaml': portfolio,
  ...Object.fromEntries(series.map((one) => [rulePath(one), ruleText(one, one.states[0]?.tracks ?? [], by)])),
  'reports/owner/control.json': `${JSON.stringify({
    version: 1,
    playlists: Object.fromEntries(series.map((one) => [slugOf(one), { id: one.id, contact: 'known' }])),
  })}\n`,
});
