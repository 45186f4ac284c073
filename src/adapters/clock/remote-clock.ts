import { Agent, request } from '../../http/request.ts';
import type { Clock } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';

/** Simulated time, kept by the simulator at this address: `now` is what was last heard of it, sleeping moves it on. */
export async function remoteClock(url: string): Promise<Clock> {
  const agent = new Agent();
  let nowMs = await ask(request(agent, url, { method: 'GET' }), url);
  return {
    now: () => nowMs,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      const body = JSON.stringify({ untilMs: nowMs + Math.max(0, Math.ceil(ms)) });
      const headers = { 'content-type': 'application/json' };
      nowMs = await ask(request(agent, `${url}/sleep`, { method: 'POST', headers, body }), url);
    },
  };
}

async function ask(answering: ReturnType<typeof request>, url: string): Promise<number> {
  try {
    const { body } = await answering;
    const json: unknown = await body.json();
    if (typeof json === 'object' && json !== null && 'nowMs' in json && typeof json.nowMs === 'number')
      return json.nowMs;
    throw new TypeError('it tells no time');
  } catch (cause) {
    const reason = `no clock answers at ${url}`;
    throw new Failure([problem('usage/bad-variable', { variable: 'SETLIST_CLOCK_URL', reason })], { cause });
  }
}
