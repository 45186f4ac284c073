import type { Call, Route } from '../http/call.ts';
import { json } from '../http/incoming.ts';
import { limitIn, wholeNumber } from '../http/query.ts';
import { badRequest } from '../http/refusal.ts';
import { fullArtist } from '../objects/artist.ts';
import { fullTrack, visibleTrack } from '../objects/track.ts';

/** Pages by the last id of the page before, wrapped in `artists`. */
export const readFollowing: Route = {
  method: 'GET',
  pattern: '/me/following',
  bucket: 'library',
  scopes: ['user-follow-read'],
  run(call) {
    const { query, user, world } = call;
    if (query.get('type') !== 'artist') throw badRequest('Missing or invalid type');
    const limit = limitIn(query, 20, 50);
    const after = query.get('after');
    const from = after === null ? 0 : user.followedArtists.indexOf(after) + 1;
    const ids = user.followedArtists.slice(from, from + limit);
    const last = from + limit < user.followedArtists.length ? ids.at(-1) : undefined;
    return json(200, {
      artists: {
        href: address(call, {}),
        limit,
        next: last === undefined ? null : address(call, { after: last, limit: `${limit}` }),
        cursors: { after: last ?? null },
        total: user.followedArtists.length,
        items: ids.map((id) => fullArtist(world, id, call.viewer)),
      },
    });
  },
};

const reachable = 50;

/** Only the last 50 plays can be reached, however one pages. */
export const readRecentlyPlayed: Route = {
  method: 'GET',
  pattern: '/me/player/recently-played',
  bucket: 'library',
  scopes: ['user-read-recently-played'],
  run(call) {
    const { query, user, world } = call;
    const limit = limitIn(query, 20, 50);
    if (query.has('after') && query.has('before')) throw badRequest('Only one of after and before may be used');
    const afterMs = msIn(query, 'after', Number.NEGATIVE_INFINITY);
    const beforeMs = msIn(query, 'before', Number.POSITIVE_INFINITY);
    const within = user.recentlyPlayed.slice(0, reachable).filter(({ playedAt }) => {
      const playedMs = Date.parse(playedAt);
      return playedMs > afterMs && playedMs < beforeMs && playedMs <= world.nowMs;
    });
    const plays = within.slice(0, limit);
    const oldest = plays.at(-1);
    const cursors = oldest && { after: ms(plays[0]?.playedAt), before: ms(oldest.playedAt) };
    const next =
      oldest && within.length > limit ? address(call, { before: ms(oldest.playedAt), limit: `${limit}` }) : null;
    const items = plays.map(({ id, playedAt }) => {
      const stored = visibleTrack(world, id);
      return { track: stored ? fullTrack(world, stored, call.viewer) : null, played_at: playedAt, context: null };
    });
    return json(200, { href: address(call, {}), limit, next, cursors: cursors ?? null, items });
  },
};

const ms = (moment = ''): string => `${Date.parse(moment)}`;

function msIn(query: URLSearchParams, key: string, fallback: number): number {
  if (!query.has(key)) return fallback;
  if (!/^\d{1,15}$/.test(query.get(key) ?? '')) return wholeNumber(query, key, 0, 0, 0);
  return Number(query.get(key));
}

function address({ apiUrl, path, query }: Call, changes: Readonly<Record<string, string>>): string {
  return `${apiUrl}${path}?${new URLSearchParams({ ...Object.fromEntries(query), ...changes })}`;
}
