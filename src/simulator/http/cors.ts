import type { Outgoing } from './incoming.ts';

/** Spotify lets pages of any site read its answers: sign-in in a browser rests on it. No header of its own is exposed. */
const anySite = { 'access-control-allow-origin': '*' };

/** What a browser asks before it sends what a form could not. It costs nothing and counts nowhere. */
export const preflight: Outgoing = {
  status: 204,
  headers: {
    ...anySite,
    'access-control-allow-methods': 'GET, POST, OPTIONS, PUT, DELETE, PATCH',
    'access-control-allow-headers': 'Accept, Authorization, Content-Type, Origin, Retry-After',
    'access-control-max-age': '604800',
  },
  body: '',
};

export const forAnySite = (outgoing: Outgoing): Outgoing => ({
  ...outgoing,
  headers: { ...outgoing.headers, ...anySite },
});
