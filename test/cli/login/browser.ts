import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { fetch } from 'undici';
import type { Running } from '../../scenarios/stage/run.ts';

/** A port that nobody uses, and that the system gives to nobody who asks for any: those lie higher. */
export async function freePort(): Promise<number> {
  for (;;) {
    const taken = await takenPort(randomInt(10_000, 30_000)).catch(() => undefined);
    await taken?.close();
    if (taken !== undefined) return taken.port;
  }
}

/** A port that is in use until it is closed. */
export async function takenPort(wanted = 0): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port');
  return { port: address.port, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}

/** The address that a person is shown, once it is; throws when the command ends without showing one. */
export async function shownBy(running: Running): Promise<URL> {
  const ended = running.ended.then(() => true);
  for (;;) {
    const shown = /^http\S+\/authorize\?\S+$/m.exec(running.err())?.[0];
    if (shown !== undefined) return new URL(shown);
    if (await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 20, false))]))
      throw new Error(`It ended: ${running.err()}`);
  }
}

/** Goes where Spotify sends a browser that opens the address: that address, not yet opened. */
export async function answerOf(address: URL | string): Promise<URL> {
  const answer = await fetch(address, { redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`Spotify shows a page: ${answer.status} ${await answer.text()}`);
  return new URL(location);
}

/** Opens an address and reads the page. */
export async function open(address: URL | string) {
  const answer = await fetch(address);
  return { status: answer.status, page: await answer.text(), headers: answer.headers };
}

/** A person who agrees to what the command shows. */
export const agree = async (running: Running) => open(await answerOf(await shownBy(running)));

/** The address with some of its query changed; null takes a part out. */
export function changed(address: URL, parts: Readonly<Record<string, string | null>>): URL {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parts))
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  return url;
}
