import { type Dispatcher, errors, request } from '../../http/request.ts';
import { without } from './hidden.ts';

/** What came back: a whole answer, or why there is none and whether the request may have arrived. */
export type Answered =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly retryAfter: string | null;
      /** What the server's clock says, as it says it. */
      readonly date: string | null;
      readonly text: string;
    }
  | { readonly kind: 'broken'; readonly reason: string; readonly mayHaveArrived: boolean };

export type Sending = {
  readonly url: string;
  readonly method: Dispatcher.HttpMethod;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What a refusal may repeat, as proxies and debug pages do, and nobody may read there. */
  readonly secrets: readonly string[];
};

/** Sends one request and reads its answer to the end. Throws nothing that the network does. */
export async function send(
  { url, method, headers, body, secrets }: Sending,
  dispatcher: Dispatcher,
): Promise<Answered> {
  try {
    const answer = await request(dispatcher, url, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await answer.body.text();
    const { 'retry-after': retryAfter, date } = answer.headers;
    return {
      kind: 'answer',
      status: answer.statusCode,
      retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
      date: typeof date === 'string' ? date : null,
      // Only refusals are quoted in messages; a good answer may hold a token for us.
      text: answer.statusCode < 400 ? text : without(secrets, text),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'broken', reason: reasonOf(error), mayHaveArrived: !neverArrived(error) };
  }
}

/** No connection was ever made. */
const neverArrived = (error: Error): boolean =>
  error instanceof errors.ConnectTimeoutError || ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(codeOf(error));

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its name cannot be resolved',
  EAI_AGAIN: 'its name cannot be resolved',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer came in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half-way',
};

const reasonOf = (error: Error): string => words[codeOf(error)] ?? error.message;
