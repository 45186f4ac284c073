import { Octokit } from 'octokit';

/** What GitHub said, or why nothing was heard and whether the request may have taken effect. */
export type Answer =
  | { readonly kind: 'answer'; readonly data: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly types: readonly string[]; readonly reason: string }
  /** Too many requests: nothing was done. */
  | { readonly kind: 'wait'; readonly waitMs: number; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string; readonly mayHaveArrived: boolean };

export type Parameters = { readonly [name: string]: unknown };

/** One repository of GitHub. Each call is one request and throws nothing that the network or GitHub does. */
export type Api = {
  rest(route: string, parameters?: Parameters): Promise<Answer>;
  graphql(query: string, variables: Parameters): Promise<Answer>;
};

export type Access = {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** `https://api.github.com`, or that of an own server. */
  readonly apiUrl: string;
  /** Real time until a request without an answer is given up, in milliseconds; half a minute when left out. */
  readonly patienceMs?: number;
};

export function openApi({ repository, token, apiUrl, patienceMs = 30_000 }: Access): Api {
  const [owner = '', repo = ''] = repository.split('/');
  const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  // Repeating and waiting are ours: only we know what may be repeated.
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'setlist',
    log: silent,
    retry: { enabled: false },
    throttle: { enabled: false },
  });
  const request = () => ({ signal: AbortSignal.timeout(patienceMs) });
  return {
    rest: async (route, parameters = {}) =>
      heard(async () => (await octokit.request(route, { owner, repo, ...parameters, request: request() })).data),
    graphql: async (query, variables) =>
      heard(async () => octokit.graphql<unknown>(query, { ...variables, request: request() })),
  };
}

const nothing = (): void => undefined;

async function heard(ask: () => Promise<unknown>): Promise<Answer> {
  try {
    return { kind: 'answer', data: await ask() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return refusal(error);
  }
}

type Told = Error & {
  /** A whole answer of GraphQL that says what went wrong. */
  readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
  readonly status?: number;
  readonly response?: { readonly headers: Readonly<Record<string, string | undefined>> };
};

function refusal(error: Told): Answer {
  if (error.errors !== undefined && error.status === undefined) {
    const reason = error.errors.map(({ message = '' }) => message).join('; ');
    const types = error.errors.flatMap(({ type }) => type ?? []);
    // GraphQL says so within a good answer.
    if (types.includes('RATE_LIMITED')) return { kind: 'wait', waitMs: 60_000, reason };
    return { kind: 'refused', status: 200, types, reason };
  }
  const { status = 0, response } = error;
  if (response === undefined) return broken(error);
  if (status >= 500) return { kind: 'broken', reason: `it answers ${status}`, mayHaveArrived: true };
  const waitMs = waitOf(status, response.headers);
  if (waitMs !== null) return { kind: 'wait', waitMs, reason: 'it has had too many requests' };
  return { kind: 'refused', status, types: [], reason: error.message };
}

/** A limit says how long to wait in a header, or that nothing is left of the hour. */
function waitOf(status: number, headers: Readonly<Record<string, string | undefined>>): number | null {
  if (status !== 403 && status !== 429) return null;
  const seconds = headers['retry-after'];
  if (seconds !== undefined && /^\d+$/.test(seconds)) return Number(seconds) * 1000;
  return status === 429 || headers['x-ratelimit-remaining'] === '0' ? 60_000 : null;
}

const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

function broken(error: Error): Answer {
  const codes = causes(error).map((cause) => (cause instanceof Error && 'code' in cause ? String(cause.code) : ''));
  const mayHaveArrived = !codes.some((code) => unreached.includes(code));
  return {
    kind: 'broken',
    reason: mayHaveArrived ? 'the answer did not come' : 'it cannot be reached',
    mayHaveArrived,
  };
}

const causes = (error: unknown): readonly unknown[] =>
  error instanceof Error && error.cause !== undefined ? [error, ...causes(error.cause)] : [error];
