import type { AddressInfo } from 'node:net';
import { answerClock } from './clock/endpoint.ts';
import { startTime } from './clock/time.ts';
import { answerApi } from './http/api.ts';
import { type Incoming, json, type Outgoing } from './http/incoming.ts';
import { Refusal } from './http/refusal.ts';
import { listen, stop } from './http/server.ts';
import { startPace } from './limits/pace.ts';
import { startQuota } from './limits/quota.ts';
import { type LoggedRequest, startLog } from './log/log.ts';
import { answerToken } from './token/endpoint.ts';
import { startSessions } from './token/sessions.ts';
import type { World } from './world/world.ts';

export type { LoggedRequest } from './log/log.ts';

export type Simulator = {
  /** `http://127.0.0.1:PORT/v1` */
  readonly apiUrl: string;
  /** `http://127.0.0.1:PORT`, below it `/authorize` and `/api/token`. */
  readonly authUrl: string;
  /** `http://127.0.0.1:PORT/clock` */
  readonly clockUrl: string;
  /** The world as it is now; what is changed in it shows in the next answer. */
  readonly world: World;
  /** Every request to the Web API and the token endpoint, oldest first. */
  readonly log: readonly LoggedRequest[];
  nowMs(): number;
  clearLog(): void;
  close(): Promise<void>;
};

/** Spotify over HTTP on the loopback address, made of one world, at a time that only moves when someone sleeps. */
export async function startSimulator(options: {
  readonly world: World;
  /** Any free one when left out. */
  readonly port?: number;
  /** Where time begins; the world's own clock when left out. */
  readonly nowMs?: number;
}): Promise<Simulator> {
  const { world } = options;
  if (options.nowMs !== undefined) world.nowMs = options.nowMs;
  const time = startTime(world);
  const log = startLog();
  const sessions = startSessions();
  const limits = { sessions, pace: startPace(), quota: startQuota() };
  let origin = '';

  function answer(incoming: Incoming): Outgoing {
    const { path } = incoming;
    if (path.startsWith('/v1/')) {
      return logged(incoming, path.slice(3), (entry) =>
        answerApi(world, { ...limits, apiUrl: `${origin}/v1` }, incoming, path.slice(3), entry),
      );
    }
    if (path === '/api/token' && incoming.method === 'POST') {
      return logged(incoming, path, (entry) => answerToken(world, sessions, incoming, entry));
    }
    if (path.startsWith('/clock')) return answerClock(time, incoming);
    return json(404, { error: { status: 404, message: 'Not found' } });
  }

  function logged(incoming: Incoming, path: string, run: (entry: LoggedRequest) => Outgoing): Outgoing {
    const query = Object.fromEntries(incoming.query);
    const entry: LoggedRequest = { atMs: world.nowMs, method: incoming.method, path, query, status: 0 };
    log.entries.push(entry);
    if (world.settings.latencyMs > 0) time.sleepUntil(world.nowMs + world.settings.latencyMs);
    const outgoing = refusalOr(() => run(entry));
    entry.status = outgoing.status;
    return outgoing;
  }

  const server = await listen(options.port ?? 0, answer);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${origin}/v1`,
    authUrl: origin,
    clockUrl: `${origin}/clock`,
    world,
    log: log.entries,
    nowMs: time.now,
    clearLog: log.clear,
    close: () => stop(server),
  };
}

function refusalOr(run: () => Outgoing): Outgoing {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof Refusal) return problem.answer;
    throw problem;
  }
}
