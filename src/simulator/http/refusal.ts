import { json, type Outgoing, text } from './incoming.ts';

/** Thrown by endpoints to end a request with an answer that is not a success. Nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Outgoing;
  constructor(answer: Outgoing) {
    super(`${answer.status}`);
    this.answer = answer;
  }
}

/** The Web API's error shape. */
export const apiError = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
): Outgoing => json(status, { error: { status, message, ...more } }, headers);

export const refuse = (status: number, message: string): Refusal => new Refusal(apiError(status, message));
export const badRequest = (message: string): Refusal => refuse(400, message);
/** One wording for everything that is not ours: a removed endpoint and another's playlist look the same. */
export const forbidden = (): Refusal => refuse(403, 'Forbidden');
export const notFound = (): Refusal => refuse(404, 'Resource not found');

/** In plain text, unlike all others. */
export const premiumLapsed = (): Refusal =>
  new Refusal(text(403, 'Active premium subscription required for the owner of the app.'));
export const notAllowListed = (): Refusal => refuse(403, 'User not registered in the Developer Dashboard');

/** One body for all three causes; only the header tells them apart. */
export function unauthorized(cause: string | undefined): Refusal {
  const detail = cause === undefined ? '' : `, error="invalid_token", error_description="${cause}"`;
  const headers = { 'www-authenticate': `Bearer realm="spotify"${detail}` };
  return new Refusal(apiError(401, 'Missing/invalid/expired access token', headers));
}
