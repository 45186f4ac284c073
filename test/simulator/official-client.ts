import { type AccessToken, SpotifyApi } from '@spotify/web-api-ts-sdk';
import { here, refreshing } from './here.ts';
import { everything } from './openapi/everything.ts';

const spotify = 'https://api.spotify.com/v1';

/** Spotify's own client, signed in as the owner of a simulated world; what it sends to Spotify goes there. */
export async function officialClient(file: object = everything('extended')) {
  const there = await here(file);
  const { apiUrl } = there.simulator;
  const token = (await there.token(refreshing)).body as AccessToken;
  const api = SpotifyApi.withAccessToken('app', token, {
    fetch: (url, init) => {
      const address = String(url);
      if (!address.startsWith(`${spotify}/`)) throw new Error(`Sent to ${address}`);
      return fetch(address.replace(spotify, apiUrl), init);
    },
  });
  there.simulator.clearLog();
  return { ...there, api };
}
