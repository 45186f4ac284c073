import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Incoming, Outgoing } from './incoming.ts';

/** Listens on the loopback address only. Requests are answered one after another, each at once. */
export async function listen(port: number, answer: (incoming: Incoming) => Outgoing): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => send(response, answer(read(request, Buffer.concat(chunks)))));
    // A client that hangs up in the middle of its request has not asked for anything.
    request.on('error', () => response.destroy());
  });
  // Simulated time has nothing to do with how long a connection idles here.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

function read(request: IncomingMessage, body: Buffer): Incoming {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(query.join('?')),
    headers: request.headers,
    body,
  };
}

function send(response: ServerResponse, { status, headers, body, harm }: Outgoing): void {
  if (harm === 'timeout') return;
  if (harm === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  if (harm === 'truncated') {
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
    return;
  }
  response.end(bytes);
}

/** Ends open connections too: a client that keeps one alive must not keep the server. */
export async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
