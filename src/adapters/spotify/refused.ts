import { Failure } from '../../problem/failure.ts';
import { type Code, type Problem, problem } from '../../problem/problem.ts';
import { type Call, nameOf } from './call.ts';

/** What Spotify was seen to say of good requests: it proves nothing about what was done. */
const saysNothing: ReadonlySet<Code> = new Set([
  'spotify/unauthorized',
  'spotify/rate-limited',
  'spotify/quota-exceeded',
] satisfies readonly Code[]);

/** A request that Spotify refused. Whether a write took effect all the same only reading tells; the refusal is then the cause. */
export function refused(call: Call, said: Problem): Failure {
  const failure = new Failure([said]);
  if (call.method === 'GET' || !saysNothing.has(said.code)) return failure;
  const reason = `Spotify ${said.code === 'spotify/unauthorized' ? 'refused the access token' : 'asked to wait'}`;
  return new Failure([problem('spotify/unknown-outcome', { request: nameOf(call), reason })], { cause: failure });
}
