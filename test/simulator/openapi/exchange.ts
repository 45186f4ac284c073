import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { fetch } from 'undici';
import { onTestFinished } from 'vitest';

/** One request and its answer, as they went over the socket. */
export type Exchange = {
  readonly method: string;
  /** Below `/v1`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly sent: string;
  readonly status: number;
  readonly answered: string;
};

export const nameOf = ({ method, path }: Exchange): string => `${method} ${path}`;

/** Stands before the simulator, lets everything through and writes it down. */
export async function listening(apiUrl: string): Promise<{ readonly apiUrl: string; readonly exchanges: Exchange[] }> {
  const exchanges: Exchange[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const exchange = await passedOn(apiUrl, incoming);
    exchanges.push(exchange.told);
    outgoing.writeHead(exchange.told.status, exchange.headers).end(exchange.told.answered);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, exchanges };
}

async function passedOn(apiUrl: string, incoming: IncomingMessage) {
  const { method = '', url = '', headers } = incoming;
  const sent = await buffer(incoming);
  const contentType = headers['content-type'] ?? '';
  const passed = {
    ...(headers.authorization === undefined ? {} : { authorization: headers.authorization }),
    ...(contentType === '' ? {} : { 'content-type': contentType }),
  };
  const answer = await fetch(`${apiUrl}${url}`, { method, headers: passed, body: sent.length === 0 ? null : sent });
  const { pathname: path, searchParams: query } = new URL(url, apiUrl);
  const { status } = answer;
  const told: Exchange = { method, path, query, contentType, sent: `${sent}`, status, answered: await answer.text() };
  return { told, headers: { 'content-type': answer.headers.get('content-type') ?? 'text/plain' } };
}
