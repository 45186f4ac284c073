import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { Gate } from '../../../src/adapters/spotify/gate.ts';
import { openSpotify } from '../../../src/adapters/spotify/open.ts';
import { Failure } from '../../../src/problem/failure.ts';
import { plenty } from '../../build/requests.ts';
import { playlistId, studio } from '../opened.ts';

const secrets = { refresh: 'canary/refresh+token', client: 'canary-client-secret', access: 'canary-access-token' };
const basic = Buffer.from(`app:${secrets.client}`).toString('base64');
const hidden = [...Object.values(secrets), encodeURIComponent(secrets.refresh), basic];

type Answer = { readonly status: number; readonly shape?: 'oauth' | 'api' | 'text' | 'cut' };
const good = { access_token: secrets.access, token_type: 'Bearer', expires_in: 3600, refresh_token: secrets.refresh };

/** A server that repeats in its answer whatever it was sent, as proxies and debug pages do. */
async function echoing(token: Answer, api: Answer) {
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    const said = `${body} ${decodeURIComponent(body)} ${JSON.stringify(request.headers)}`.slice(0, 2000);
    const isToken = request.url === '/api/token';
    const { status, shape } = isToken ? token : api;
    if (shape === 'cut') return request.socket.destroy();
    if (isToken && status === 200) return response.end(JSON.stringify(good));
    const shapes = {
      oauth: JSON.stringify({ error: 'invalid_grant', error_description: said }),
      api: JSON.stringify({ error: { status, message: said } }),
      text: said,
    };
    return response.writeHead(status).end(shapes[shape ?? 'text']);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const fine: Answer = { status: 200 };
test.each<[string, Answer, Answer]>([
  ['a refused sign-in', { status: 400, shape: 'oauth' }, fine],
  ['a sign-in refused in plain text', { status: 400, shape: 'text' }, fine],
  ['a broken token endpoint', { status: 500, shape: 'oauth' }, fine],
  ['a token endpoint that hangs up', { status: 0, shape: 'cut' }, fine],
  ['an answer that cannot be read', fine, { status: 200, shape: 'text' }],
  ['a bad request', fine, { status: 400, shape: 'api' }],
  ['a bad request in plain text', fine, { status: 400, shape: 'text' }],
  ['a refused token', fine, { status: 401, shape: 'api' }],
  ['a refusal', fine, { status: 403, shape: 'api' }],
  ['a refusal in plain text', fine, { status: 403, shape: 'text' }],
  ['a wait that is too long', fine, { status: 429, shape: 'api' }],
  ['a server error', fine, { status: 500, shape: 'text' }],
  ['a server that hangs up', fine, { status: 0, shape: 'cut' }],
])('no secret is in what %s says', async (_, token, api) => {
  const origin = await echoing(token, api);
  const clock = { now: () => 0, sleep: async () => undefined };
  const { read, write } = openSpotify({
    ...{ apiUrl: `${origin}/v1`, authUrl: origin, app: 'main', clientId: 'app', account: studio, random: () => 0 },
    secret: () => ({ v: 1, refresh_token: secrets.refresh, client_secret: secrets.client, authorized_at: '' }),
    clock,
    pace: (send) => send(),
    gate: new Gate({ clock, budget: plenty }),
  });
  const asked = [() => read.playlist(playlistId), () => write.write(playlistId, { kind: 'replace', uris: [] })];
  for (const ask of asked) {
    const error: unknown = await ask().catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(Failure);
    const seen = `${inspect(error, { depth: 20, showHidden: true })} ${JSON.stringify((error as Failure).problems)}`;
    expect(hidden.filter((secret) => seen.includes(secret))).toEqual([]);
  }
});
