import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came over the socket, whole. */
export type Incoming = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** The answer, ready to be sent. `harm` is what a fault does to it on the way. */
export type Outgoing = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly harm?: 'reset' | 'truncated' | 'timeout';
};

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Outgoing => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

export const empty = (status: number): Outgoing => ({ status, headers: {}, body: '' });
export const text = (status: number, body: string): Outgoing => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
