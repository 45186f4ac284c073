import { fetch } from 'undici';
import { here, refreshing } from '../here.ts';
import type { Dialect } from './compare.ts';
import { type Asking, everything } from './everything.ts';
import { type Exchange, listening } from './exchange.ts';

/** A simulated world of every kind of thing, with someone listening in; `ask` asks as its owner. */
export async function listenedTo(dialect: Dialect, file: object = everything(dialect)) {
  const { simulator, token } = await here(file);
  const { apiUrl, exchanges } = await listening(simulator.apiUrl);
  const { access_token: access } = (await token(refreshing)).body as { access_token: string };
  async function ask([method, path, body]: Asking): Promise<void> {
    const isImage = typeof body === 'string';
    const headers = {
      authorization: `Bearer ${access}`,
      ...(body === undefined ? {} : { 'content-type': isImage ? 'image/jpeg' : 'application/json' }),
    };
    const payload = body === undefined ? null : isImage ? body : JSON.stringify(body);
    await (await fetch(`${apiUrl}${path}`, { method, headers, body: payload })).text();
  }
  return { simulator, apiUrl, exchanges, ask };
}

/** What went over the socket when all this was asked, one after the other. */
export async function exchangesOf(dialect: Dialect, askings: readonly Asking[]): Promise<readonly Exchange[]> {
  const { ask, exchanges } = await listenedTo(dialect);
  for (const asking of askings) await ask(asking);
  return exchanges;
}
