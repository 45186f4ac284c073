import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Judged } from '../../app/signing-in/returned.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { page } from './page.ts';

export type Answered = Exclude<Judged, { readonly kind: 'other' }>;

export type Waiting = {
  readonly redirect: string;
  readonly judge: (returned: string) => Judged;
  /** Told of every answer that was refused. */
  readonly tell: (problem: Problem) => void;
  /** Called when the browser can come. */
  readonly ready: () => void;
  readonly signal: AbortSignal;
};

/** Waits on the loopback address for the browser to be sent back; null when the signal came first. */
export async function listen({ redirect, judge, tell, ready, signal }: Waiting): Promise<Answered | null> {
  const { port, pathname, origin } = new URL(redirect);
  const server = createServer();
  try {
    await opened(server, Number(port));
    ready();
    return await new Promise((resolve) => {
      if (signal.aborted) return resolve(null);
      signal.addEventListener('abort', () => resolve(null), { once: true });
      server.on('request', ({ method, url = '/' }, response) => {
        if (method !== 'GET' || url.split('?')[0] !== pathname) return show(response, 404, 'nothing');
        const judged = judge(`${origin}${url}`);
        if (judged.kind === 'other') {
          tell(judged.problem);
          return show(response, 400, 'other');
        }
        // The page must be out before the process may end.
        response.once('close', () => resolve(judged));
        show(response, 200, judged.kind);
      });
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function opened(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
    });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'it cannot be opened';
    const reason = reasons[code] ?? code;
    throw new Failure([problem('sign-in/port', { port, reason })], { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'permission is denied',
};

function show(response: ServerResponse, status: number, kind: Parameters<typeof page>[0]): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(page(kind));
}
