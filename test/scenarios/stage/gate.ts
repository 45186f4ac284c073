import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Called before a request goes on to the simulator. */
export type Before = (request: { readonly method: string; readonly path: string }) => void | Promise<void>;

export type Gate = { readonly origin: string; close(): void };

/** Stands before the simulator, so that a test can do something between two requests of a command. */
export async function openGate(target: string, before: Before): Promise<Gate> {
  const server: Server = createServer(async (incoming, answer) => {
    const { method = 'GET', url = '/' } = incoming;
    const body = await buffer(incoming);
    await before({ method, path: new URL(url, target).pathname });
    const onward = request(`${target}${url}`, { method, headers: incoming.headers }, (reply: IncomingMessage) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
