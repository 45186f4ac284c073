import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, resolve, sep } from 'node:path';

/** `address`: `http://127.0.0.1:PORT/`. `closed` comes when the signal has ended it. */
export type Served = { readonly address: string; readonly closed: Promise<void> };

/** Shows a folder of pages to this machine alone, on any free port, until the signal. Throws if it cannot listen. */
export async function servePages(folder: string, signal: AbortSignal): Promise<Served> {
  const root = await realpath(resolve(folder));
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  const closed = new Promise<void>((done) => server.once('close', done));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return { address: `http://127.0.0.1:${portOf(server.address())}/`, closed };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

async function answer(root: string, { method, url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = (status: number, type: string, body: Uint8Array | string): void => {
    response.writeHead(status, {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(method === 'HEAD' ? undefined : body);
  };
  if (method !== 'GET' && method !== 'HEAD') return send(405, 'text/plain; charset=utf-8', 'Only GET and HEAD\n');
  const { pathname } = new URL(`http://127.0.0.1${url.startsWith('/') ? url : '/'}`);
  const place = await placeOf(root, pathname);
  // A folder without its last slash: links on its page would start from the folder above.
  if (place?.kind === 'folder') {
    response.writeHead(308, { location: `${pathname.replace(/^\/+/, '/')}/` }).end();
    return;
  }
  if (place !== undefined) return send(200, typeOf(place.path), await readFile(place.path));
  const lost = await placeOf(root, '/404.html');
  return send(404, typeOf('.html'), lost === undefined ? 'Nothing here\n' : await readFile(lost.path));
}

const typeOf = (path: string): string => types[extname(path)] ?? 'application/octet-stream';

type Found = { readonly kind: 'file' | 'folder'; readonly path: string };

/** What a path asks for; links and dots that lead out of the folder lead nowhere. */
async function placeOf(root: string, pathname: string): Promise<Found | undefined> {
  try {
    const asked = resolve(root, `.${decodeURIComponent(pathname)}`);
    const path = await realpath(pathname.endsWith('/') ? join(asked, 'index.html') : asked);
    const found = await stat(path);
    if (relative(root, path).split(sep)[0] === '..' || !(found.isFile() || found.isDirectory())) return undefined;
    return { kind: found.isFile() ? 'file' : 'folder', path };
  } catch {
    return undefined;
  }
}
