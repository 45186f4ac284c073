import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Answer, graphqlRoute, notFound, type Route, routes } from './answers.ts';
import type { GitCommand } from './repository.ts';
import { type Secrets, secretsWith } from './secrets.ts';

/** What befalls the next request that this fits. */
export type Mishap = {
  /** `METHOD /path` as the log tells it; or a part of it. */
  readonly on: string;
  readonly how:
    | {
        readonly kind: 'answer';
        readonly status: number;
        readonly json: unknown;
        readonly headers?: Readonly<Record<string, string>>;
      }
    /** The connection ends without an answer, or a gateway answers 502: before anything was done, or after it. */
    | { readonly kind: 'cut' | 'bad-gateway'; readonly when: 'before' | 'after' }
    /** Something happens in between, as when somebody else commits. */
    | { readonly kind: 'meanwhile'; readonly happens: () => void };
};

export type GitHub = {
  readonly apiUrl: string;
  readonly token: string;
  readonly repository: string;
  /** `METHOD /path status`, in order; 40 digits are shortened to `<sha>`. */
  readonly log: readonly string[];
  /** Requests that GitHub would answer and this does not, or that GitHub would refuse: none, when all is well. */
  readonly strangers: readonly string[];
  /** The secrets of the repository and of its environment `production`, opened. */
  readonly secrets: Secrets['opened'];
  /** What it answers, again and again, to requests by `METHOD /path` that only read what is not in the repository itself. */
  tell(answers: Readonly<Record<string, Answer>>): void;
  befall(...mishaps: readonly Mishap[]): void;
  close(): Promise<void>;
};

/** GitHub's API over HTTP on the loopback, for one repository that is really there. */
export async function startGitHub(git: GitCommand, repository = 'nightbird/setlist'): Promise<GitHub> {
  const token = 'ghs_local';
  const secrets = await secretsWith(['production']);
  const told = new Map<string, Answer>();
  const [log, strangers, mishaps]: [string[], string[], Mishap[]] = [[], [], []];
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://github.example');
    const name = plain(`${incoming.method} ${url.pathname}`);
    const body = await text(incoming);
    const index = mishaps.findIndex(({ on }) => name.includes(on));
    const how = index < 0 ? undefined : mishaps.splice(index, 1)[0]?.how;
    const logged = (status: number | string) => log.push(`${name} ${status}`);
    if (how?.kind === 'meanwhile') how.happens();
    if (how?.kind === 'answer') {
      logged(how.status);
      return send(outgoing, how, how.headers);
    }
    const isLost = how?.kind === 'cut' || how?.kind === 'bad-gateway';
    const answer =
      isLost && how.when === 'before'
        ? notFound
        : answerTo({ incoming, url, body, git, secrets, repository, token, told });
    if (answer === null) strangers.push(name);
    if (how?.kind === 'cut') {
      logged('cut');
      return outgoing.destroy();
    }
    if (how?.kind === 'bad-gateway') {
      logged(502);
      return send(outgoing, { status: 502, text: '<html>Bad gateway</html>' });
    }
    logged((answer ?? notFound).status);
    return send(outgoing, answer ?? notFound);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    repository,
    log,
    strangers,
    secrets: secrets.opened,
    tell: (answers) => {
      for (const [request, answer] of Object.entries(answers)) told.set(request, answer);
    },
    befall: (...more) => void mishaps.push(...more),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

type Call = {
  readonly incoming: IncomingMessage;
  readonly url: URL;
  readonly body: string;
  readonly git: GitCommand;
  readonly secrets: Secrets;
  readonly repository: string;
  readonly token: string;
  readonly told: ReadonlyMap<string, Answer>;
};

/** Null when nobody answers that. */
function answerTo({ incoming, url, body, git, secrets, repository, token, told }: Call): Answer | null {
  if (incoming.headers.authorization !== `token ${token}` && incoming.headers.authorization !== `bearer ${token}`)
    return { status: 401, json: { message: 'Bad credentials' } };
  const said = told.get(`${incoming.method} ${url.pathname}`);
  if (said !== undefined) return said;
  const base = `/repos/${repository}`;
  const candidates: readonly (readonly [Route, string])[] = [
    [graphqlRoute, url.pathname],
    ...(url.pathname.startsWith(`${base}/`)
      ? routes.map((route) => [route, url.pathname.slice(base.length)] as const)
      : []),
  ];
  for (const [[method, path, answer], below] of candidates) {
    const parts = path.exec(below)?.slice(1).map(decodeURIComponent);
    if (method !== incoming.method || parts === undefined) continue;
    return answer({ git, secrets, parts, query: url.searchParams, body: body === '' ? {} : JSON.parse(body) });
  }
  return null;
}

function send(outgoing: ServerResponse, { status, json, text: plainText }: Answer, headers = {}): void {
  const type =
    json === undefined ? 'application/vnd.github.raw+json; charset=utf-8' : 'application/json; charset=utf-8';
  outgoing.writeHead(status, { 'content-type': type, ...headers });
  outgoing.end(json === undefined ? (plainText ?? '') : JSON.stringify(json));
}

const plain = (text: string): string => text.replaceAll(/\b[0-9a-f]{40}\b/g, '<sha>');
