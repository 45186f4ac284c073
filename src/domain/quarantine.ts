import { Temporal } from 'temporal-polyfill';

/** Tracks that Spotify refused to add, each with the night since when they are left out. */
export type Quarantined = { readonly [uri: string]: string };

/** Catalogues change: what was refused is tried again after four weeks. */
const nights = 28;

/** The first night on which what was refused may be tried again. */
export const triedAgainOn = (since: string): string => Temporal.PlainDate.from(since).add({ days: nights }).toString();
