/** The part of `undici` that sends requests. Its index loads `fetch`, WebSockets, caches and mocks too: 13 MB that stay. */
import type { Dispatcher } from 'undici';
import sendRequest from 'undici/lib/api/api-request.js';
import errors from 'undici/lib/core/errors.js';
import Agent from 'undici/lib/dispatcher/agent.js';

export type { Dispatcher };
export { Agent, errors };

export type Request = Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'>;

/** Sends one request. The promise is of the answer's head; its body is still to be read. Throws what the network does. */
export function request(dispatcher: Dispatcher, url: string, options: Request): Promise<Dispatcher.ResponseData> {
  const { origin, pathname, search } = new URL(url);
  return sendRequest.call(dispatcher, { ...options, origin, path: `${pathname}${search}` });
}
