import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Passing = { readonly method: string; readonly path: string };

/** Called before a request goes on to the simulator; one that it answers `lost` for is never sent. */
export type Before = (request: Passing) => unknown;
/** Called when the simulator has answered and nobody has heard of it yet; `lost`: nobody ever does. */
export type After = Before;

export type Gate = { readonly origin: string; close(): void };

/** Stands before the simulator, so that a test can do something between two requests of a command. */
export async function openGate(target: string, before: Before, after?: After): Promise<Gate> {
  const server: Server = createServer(async (incoming, answer) => {
    const { method = 'GET', url = '/' } = incoming;
    const body = await buffer(incoming);
    const passing = { method, path: new URL(url, target).pathname };
    if ((await before(passing)) === 'lost') return void answer.destroy();
    const onward = request(`${target}${url}`, { method, headers: incoming.headers }, async (reply: IncomingMessage) => {
      const bytes = await buffer(reply);
      if ((await after?.(passing)) === 'lost') return void answer.destroy();
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      answer.end(bytes);
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
