import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { list, uri } from '../simulator/here.ts';
import { opened } from './opened.ts';

/** The adapter, on a Spotify that answers everything with this. */
export async function told(body: unknown) {
  const server = createServer((_, response) => response.end(typeof body === 'string' ? body : JSON.stringify(body)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return opened(undefined, { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` });
}

export const head = { id: list, owner: { id: 'owner' }, snapshot_id: 'AAAA' };
export const page = (items: readonly unknown[], more: object = {}) => ({
  total: items.length,
  next: null,
  items,
  ...more,
});
export const track = (letter: string) => ({ uri: uri(letter), name: `Song ${letter}` });
