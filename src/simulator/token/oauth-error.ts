import { json } from '../http/incoming.ts';
import { Refusal } from '../http/refusal.ts';

/** The token endpoint's error shape, another one than the Web API's. */
export const oauthError = (error: string, description: string): Refusal =>
  new Refusal(json(400, { error, error_description: description }));
