import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** How an answer comes: as it is, or instead of it everything secret that is known so far, in one of these shapes. */
export type Shape = 'oauth' | 'api' | 'escaped' | 'encoded' | 'html' | 'whole' | 'cut';
export type Answer = { readonly status: number; readonly shape: Shape };
/** Null: as the simulator answers. */
export type Manner = { readonly token: Answer | null; readonly api: Answer | null };

export type Front = {
  readonly origin: string;
  manner: Manner;
  /** Everything secret that went through: what was sent, what was handed out. */
  readonly secrets: ReadonlySet<string>;
  /** Another process begins: it is told of nothing that came before it. */
  begin(): void;
  close(): void;
};

const fields = ['refresh_token', 'access_token', 'code', 'code_verifier', 'client_secret'];

/** Stands before the simulator, sees every secret that passes, and can repeat them as proxies and debug pages do. */
export async function openFront(target: string): Promise<Front> {
  const secrets = new Set<string>();
  const recent = new Set<string>();
  const add = (secret: string): void => {
    secrets.add(secret);
    recent.add(secret);
  };
  const know = (parts: Iterable<readonly [string, unknown]>): void => {
    for (const [name, value] of parts)
      if (fields.includes(name) && typeof value === 'string' && value !== '') add(value);
  };
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = await buffer(incoming);
    const isToken = url === '/api/token';
    const authorization = /^(?:Bearer|Basic) (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (authorization !== undefined) add(authorization);
    if (isToken) know(new URLSearchParams(body.toString()));
    const instead = isToken ? front.manner.token : front.manner.api;
    const isCall = isToken || url.startsWith('/v1');
    if (instead !== null && isCall) {
      if (instead.shape === 'cut') return void outgoing.destroy();
      const text = shaped(instead, [...recent]);
      outgoing.writeHead(instead.status, { 'content-type': 'application/json' });
      return void outgoing.end(text);
    }
    const onward = request(`${target}${url}`, { method, headers }, async (reply: IncomingMessage) => {
      const bytes = await buffer(reply);
      if (isToken && reply.statusCode === 200) know(Object.entries(JSON.parse(bytes.toString()) as object));
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      outgoing.end(bytes);
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const front: Front = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    manner: { token: null, api: null },
    secrets,
    begin: () => recent.clear(),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return front;
}

function shaped({ status, shape }: Answer, secrets: readonly string[]): string {
  // The latest first: messages are cut short.
  const said = secrets.toReversed().join(' ');
  switch (shape) {
    case 'oauth':
      return JSON.stringify({ error: 'invalid_grant', error_description: said });
    case 'api':
      return JSON.stringify({ error: { status, message: said } });
    case 'escaped': {
      const escaped = [...said].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
      return `{"error":{"status":${status},"message":"${escaped}"},"error_description":"${escaped}"}`;
    }
    case 'encoded': {
      const ways = (['base64', 'base64url', 'hex'] as const).flatMap((way) =>
        secrets.toReversed().map((one) => Buffer.from(one).toString(way)),
      );
      return JSON.stringify({ error: { status, message: ways.join(' ') } });
    }
    case 'html':
      return `<html><body><pre>${said}</pre></body></html>`;
    case 'whole':
      // Under a good status and of the wrong shape: whoever quotes what it cannot read, tells.
      return JSON.stringify({ access_token: [said], items: said, id: secrets, tracks: { [said]: said } });
    case 'cut':
      return '';
  }
}
